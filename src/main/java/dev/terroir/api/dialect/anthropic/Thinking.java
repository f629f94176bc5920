package dev.terroir.api.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Fields;
import dev.terroir.api.dialect.Refused;
import java.util.Optional;

/** How much a model is to think, and in which form it is to answer. */
final class Thinking {

  private static final long LITTLE = 2048;
  private static final long MUCH = 16384;

  private Thinking() {}

  static void translate(Fields body, ObjectNode chat) {
    Optional<Fields> output = body.object("output_config");
    Optional<String> effort = output.flatMap(it -> it.text("effort"));
    body.object("thinking")
        .flatMap(Thinking::effort)
        .or(() -> effort)
        .ifPresent(it -> chat.put("reasoning_effort", it));
    effort.ifPresent(it -> chat.put("reasoning_effort", it));
    output.flatMap(it -> it.object("format")).ifPresent(it -> format(it, chat));
  }

  /** A budget of tokens is a word in the canonical form. */
  private static Optional<String> effort(Fields thinking) {
    return switch (thinking.needText("type")) {
      case "disabled", "adaptive", "between_tools" -> Optional.empty();
      case "enabled" -> {
        long budget =
            thinking
                .integer("budget_tokens")
                .map(JsonNode::asLong)
                .orElseThrow(() -> thinking.missing("budget_tokens", "a whole number"));
        yield Optional.of(budget <= LITTLE ? "low" : budget < MUCH ? "medium" : "high");
      }
      default -> throw thinking.invalid("type", "`type` must be enabled, disabled or adaptive");
    };
  }

  private static void format(Fields format, ObjectNode chat) {
    if (!format.needText("type").equals("json_schema")) {
      throw Refused.invalid(format.path("type"), "`type` must be json_schema");
    }
    ObjectNode schema =
        format.object("schema").orElseThrow(() -> format.missing("schema", "a JSON Schema")).node();
    ObjectNode written = chat.putObject("response_format").put("type", "json_schema");
    written
        .putObject("json_schema")
        .put("name", "answer")
        .put("strict", true)
        .set("schema", schema);
  }
}
