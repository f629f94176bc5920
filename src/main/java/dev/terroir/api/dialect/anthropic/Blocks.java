package dev.terroir.api.dialect.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Fields;
import dev.terroir.api.dialect.Refused;
import dev.terroir.chat.Json;
import java.util.Set;

/** Blocks of a message as parts of a canonical one. */
final class Blocks {

  private static final Set<String> IMAGES =
      Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

  private Blocks() {}

  static ObjectNode text(Fields block) {
    return Json.object().put("type", "text").put("text", block.needText("text"));
  }

  static ObjectNode image(Fields block) {
    Fields source = source(block);
    String type = source.needText("media_type");
    if (!source.needText("type").equals("base64") || !IMAGES.contains(type)) {
      throw source.invalid(
          "media_type", "an image is base64 of one of " + IMAGES.stream().sorted().toList());
    }
    ObjectNode part = Json.object().put("type", "image_url");
    part.putObject("image_url").put("url", "data:" + type + ";base64," + source.needText("data"));
    return part;
  }

  /** A document that is text is a text; no other can be read for what it holds. */
  static ObjectNode document(Fields block) {
    Fields source = source(block);
    if (!source.needText("type").equals("text")) {
      throw Refused.remote(
          source.path("type"), "files are not permitted: send their text, or a `text` source");
    }
    String title = block.text("title").map(it -> it + "\n\n").orElse("");
    return Json.object().put("type", "text").put("text", title + source.needText("data"));
  }

  private static Fields source(Fields block) {
    Fields source = block.object("source").orElseThrow(() -> block.missing("source", "an object"));
    String type = source.needText("type");
    if (type.equals("url") || type.equals("file")) {
      throw Refused.remote(
          source.path("type"), "nothing is fetched from elsewhere: send it in the request");
    }
    return source;
  }
}
