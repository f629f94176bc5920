package dev.terroir.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.gateway.Inquiries.Listed;
import java.util.List;
import java.util.Optional;

/** Lists of models in the shapes of OpenAI and Anthropic. */
final class ModelLists {

  /**
   * When a model was made is not told by an OpenAI list; its clients want a number all the same.
   */
  private static final long CREATED = 0;

  private static final String CREATED_AT = "1970-01-01T00:00:00Z";

  private ModelLists() {}

  static ObjectNode openAi(List<Listed> models) {
    ObjectNode root = Json.object().put("object", "list");
    ArrayNode data = root.putArray("data");
    models.forEach(model -> data.add(openAi(model)));
    return root;
  }

  private static ObjectNode openAi(Listed model) {
    return Json.object()
        .put("id", model.id())
        .put("object", "model")
        .put("created", CREATED)
        .put("owned_by", model.owner());
  }

  static ObjectNode anthropic(List<Listed> models) {
    ObjectNode root = Json.object();
    ArrayNode data = root.putArray("data");
    models.forEach(model -> data.add(anthropic(model)));
    root.put("has_more", false);
    if (models.isEmpty()) {
      root.putNull("first_id").putNull("last_id");
    } else {
      root.put("first_id", models.getFirst().id()).put("last_id", models.getLast().id());
    }
    return root;
  }

  private static ObjectNode anthropic(Listed model) {
    return Json.object()
        .put("type", "model")
        .put("id", model.id())
        .put("display_name", model.name())
        .put("created_at", CREATED_AT);
  }

  static Optional<ObjectNode> one(List<Listed> models, String id, boolean anthropic) {
    return models.stream()
        .filter(model -> model.id().equals(id))
        .map(model -> anthropic ? anthropic(model) : openAi(model))
        .findFirst();
  }
}
