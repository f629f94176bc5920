package dev.terroir.provider.canonical;

import com.fasterxml.jackson.databind.JsonNode;

/** Which tool a model must call. */
public sealed interface ToolChoice {

  /** The model decides. */
  record Auto() implements ToolChoice {}

  record None() implements ToolChoice {}

  /** Any, but one at least. */
  record Required() implements ToolChoice {}

  record Named(String name) implements ToolChoice {}

  static ToolChoice of(JsonNode body) {
    JsonNode choice = body.path("tool_choice");
    if (choice.path("type").asText().equals("function")) {
      return new Named(choice.path("function").path("name").asText());
    }
    return switch (choice.isNull() ? "auto" : choice.asText("auto")) {
      case "auto", "" -> {
        if (choice.isObject()) {
          throw new Inexpressible("tool_choice", "this `tool_choice` cannot be expressed");
        }
        yield new Auto();
      }
      case "none" -> new None();
      case "required" -> new Required();
      default -> throw new Inexpressible("tool_choice", "this `tool_choice` cannot be expressed");
    };
  }
}
