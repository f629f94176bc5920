package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.terroir.chat.ChatRequestReader.Fault;
import dev.terroir.chat.ChatRequestReader.Refused;
import java.util.Set;

/** Checks one part of a message's content. */
final class ContentPart {

  private ContentPart() {}

  /** What a model must be able to do to read {@code part}. */
  static Set<String> needs(JsonNode part, String at) {
    if (!part.isObject() || !part.path("type").isTextual()) {
      throw Refused.invalid(at + ".type", "a part of the content must be an object with a `type`");
    }
    return switch (part.path("type").asText()) {
      case "text", "refusal" -> text(part, at);
      case "image_url" -> image(part.path("image_url").path("url"), at + ".image_url.url");
      case "input_audio" -> Set.of("speech");
      case "file" -> throw remote(at, "files are not permitted: send their text");
      default -> throw Refused.invalid(at + ".type", "this `type` of content is not supported");
    };
  }

  private static Set<String> text(JsonNode part, String at) {
    String name = part.path("type").asText();
    if (!part.path(name).isTextual()) {
      throw Refused.invalid(at + "." + name, "`" + name + "` must be a string");
    }
    return Set.of();
  }

  /**
   * A URL would be fetched by the deployment, from a place and by a way that no rule has judged.
   */
  private static Set<String> image(JsonNode url, String at) {
    String text = url.asText();
    if (text.startsWith("http://") || text.startsWith("https://")) {
      throw remote(at, "images must be sent as a `data:` URL: nothing is fetched from elsewhere");
    }
    if (!text.startsWith("data:image/")) {
      throw new Refused(new Fault(Fault.Kind.INVALID_URL, "`url` must be a `data:` URL", at));
    }
    return Set.of("vision");
  }

  private static Refused remote(String at, String message) {
    return new Refused(new Fault(Fault.Kind.REMOTE_CONTENT, message, at));
  }
}
