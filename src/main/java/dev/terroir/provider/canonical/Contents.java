package dev.terroir.provider.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what messages hold. The {@code detail} of a picture is a hint on price, and dropped. */
final class Contents {

  private static final Pattern DATA_URL =
      Pattern.compile("data:(image/[a-z0-9.+-]+)(?:;[a-z]+=[^;,]*)*;base64,");

  private Contents() {}

  /** Empty texts say nothing, and some dialects refuse them. */
  static List<Part> parts(JsonNode content, String at) {
    List<Part> parts = new ArrayList<>();
    if (content.isTextual()) {
      addText(content.asText(), parts);
    }
    if (content.isArray()) {
      for (int i = 0; i < content.size(); i++) {
        add(content.path(i), at + "[" + i + "]", parts);
      }
    }
    return parts;
  }

  private static void addText(String text, List<Part> parts) {
    if (!text.isEmpty()) {
      parts.add(new Part.Text(text));
    }
  }

  private static void add(JsonNode part, String at, List<Part> parts) {
    switch (part.path("type").asText()) {
      case "text" -> addText(part.path("text").asText(), parts);
      case "refusal" -> addText(part.path("refusal").asText(), parts);
      case "image_url" -> parts.add(image(part.path("image_url").path("url").asText(), at));
      case "input_audio" -> {
        JsonNode audio = part.path("input_audio");
        String type = "audio/" + audio.path("format").asText("wav");
        parts.add(new Part.Media(type, audio.path("data").asText(), at));
      }
      default -> throw new Inexpressible(at, "this part of the content cannot be expressed");
    }
  }

  private static Part image(String url, String at) {
    int comma = url.indexOf(',') + 1;
    Matcher matcher = DATA_URL.matcher(url.substring(0, comma));
    if (!matcher.matches()) {
      throw new Inexpressible(at + ".image_url.url", "an image must be a `data:` URL in base64");
    }
    return new Part.Media(matcher.group(1), url.substring(comma), at);
  }

  /** What the assistant thought comes first, then what it said, then what it called. */
  static List<Part> ofAssistant(JsonNode message, String at) {
    if (Fields.given(message, "function_call").isPresent()) {
      throw new Inexpressible(
          at + ".function_call", "`function_call` cannot be expressed: use `tool_calls`");
    }
    List<Part> parts = new ArrayList<>();
    ReasoningState.of(message).forEach(state -> parts.add(new Part.Thought(state)));
    parts.addAll(parts(message.path("content"), at + ".content"));
    addText(message.path("refusal").asText(""), parts);
    JsonNode calls = message.path("tool_calls");
    for (int i = 0; i < calls.size(); i++) {
      parts.add(call(calls.path(i), at + ".tool_calls[" + i + "]"));
    }
    return parts;
  }

  private static Part call(JsonNode call, String at) {
    JsonNode function = call.path("function");
    String arguments = function.path("arguments").asText();
    return new Part.Use(
        call.path("id").asText(),
        function.path("name").asText(),
        Fields.object(arguments)
            .orElseThrow(
                () ->
                    new Inexpressible(
                        at + ".function.arguments", "`arguments` must be a JSON object")));
  }
}
