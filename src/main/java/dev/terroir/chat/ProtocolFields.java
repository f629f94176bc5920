package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which fields of a request are whose: the protocol's, people's, the caller's. */
final class ProtocolFields {

  /** Whose values the protocol reads, where they stand beside a role or a type. */
  static final Set<String> TOKENS =
      Set.of("role", "type", "id", "tool_call_id", "call_id", "detail", "format");

  /** Whose values the protocol reads at the top of the body, however they are made up. */
  static final Set<String> SETTINGS =
      Set.of(
          "model",
          "function_call",
          "tool_choice",
          "service_tier",
          "reasoning_effort",
          "verbosity",
          "modalities",
          "stream_options",
          "prompt_cache_retention");

  /** Numbers at the top of the body that are known to be settings. */
  static final Set<String> NUMBERS =
      Set.of(
          "dimensions",
          "frequency_penalty",
          "max_completion_tokens",
          "max_tokens",
          "min_p",
          "n",
          "presence_penalty",
          "repetition_penalty",
          "seed",
          "temperature",
          "top_k",
          "top_logprobs",
          "top_p");

  /** By what the caller knows its own user. */
  static final Set<String> ACCOUNTS = Set.of("user", "safety_identifier");

  /** Fields of the protocol for what people and models write: their names announce nothing. */
  static final Set<String> PROSE =
      Set.of(
          "arguments",
          "content",
          "description",
          "input",
          "output",
          "reasoning",
          "reasoning_content",
          "refusal",
          "text",
          "thinking");

  /** Keys that the protocol itself has, most of all that there are in a request. */
  static final Set<String> KNOWN = known();

  static final Set<String> SCHEMAS = Set.of("parameters", "schema");

  /** What people write in a schema. */
  static final Set<String> SCHEMA_PROSE =
      Set.of("const", "default", "description", "enum", "examples", "title", "$comment");

  /** Numbers of a schema that bound values, and are none. */
  static final Set<String> SCHEMA_BOUNDS =
      Set.of(
          "exclusiveMaximum",
          "exclusiveMinimum",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "multipleOf");

  /** Keys whose values call what stands beside them: {@code {"label": "SSN", "value": ...}}. */
  static final List<String> LABELS =
      List.of("label", "name", "key", "field", "type", "title", "attribute", "question");

  private static final int LONGEST_LABEL = 40;

  /** Too long, in its alphabet, for anything that a person is known by. */
  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9+/_-]{48,}={0,2}");

  private ProtocolFields() {}

  private static Set<String> known() {
    Set<String> known = new HashSet<>();
    List.of(TOKENS, SETTINGS, NUMBERS, ACCOUNTS, PROSE).forEach(known::addAll);
    known.addAll(List.of("messages", "metadata", "name", "response_format", "stream"));
    known.addAll(List.of("function", "functions", "parameters", "tools", "tool_calls"));
    return Set.copyOf(known);
  }

  /** What only its maker can read, and what must come back to it as it was. */
  static boolean isOpaque(JsonNode value) {
    return value.isTextual() && OPAQUE.matcher(value.asText()).matches();
  }

  /** What may be the name of a value, and is none itself. */
  static String label(JsonNode value) {
    String text =
        value.isTextual() && value.asText().length() <= LONGEST_LABEL ? value.asText() : "";
    return text.chars().noneMatch(Character::isDigit) ? text : "";
  }
}
