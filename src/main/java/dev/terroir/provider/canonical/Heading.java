package dev.terroir.provider.canonical;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import java.time.Instant;

/**
 * What all parts of one answer share.
 *
 * @param id of the answer
 * @param model the name that the caller knows the model by
 * @param maker who made the model: what it says of its reasoning is for its maker's models only
 */
public record Heading(String id, Instant created, String model, String maker) {

  ObjectNode of(String object) {
    return Json.object()
        .put("id", id)
        .put("object", object)
        .put("created", created.getEpochSecond())
        .put("model", model);
  }
}
