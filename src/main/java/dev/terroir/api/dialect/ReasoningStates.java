package dev.terroir.api.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.chat.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a model must see again of its own reasoning, in the canonical form: items of the array
 * {@code reasoning_state} of an assistant's message, each with {@code maker}, and {@code text},
 * {@code signature}, {@code redacted} or {@code tool_call_id}. Dialects that have one opaque string
 * for it carry the items sealed into that.
 */
public final class ReasoningStates {

  /** The field of a message and of a delta. */
  public static final String FIELD = "reasoning_state";

  private static final String SEAL = "terroir.";

  private ReasoningStates() {}

  /** Items as one opaque string. */
  public static String seal(JsonNode items) {
    byte[] bytes = Json.write(items).getBytes();
    return SEAL + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The items of a sealed string; nothing where it is none of ours. */
  public static Optional<ArrayNode> open(String sealed) {
    if (!sealed.startsWith(SEAL)) {
      return Optional.empty();
    }
    try {
      byte[] bytes =
          Base64.getUrlDecoder()
              .decode(sealed.substring(SEAL.length()).getBytes(StandardCharsets.UTF_8));
      return StrictJson.read(Buffer.buffer(bytes))
              instanceof StrictJson.Reading.Document(ArrayNode items)
          ? Optional.of(items)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public static ObjectNode item(String maker) {
    return Json.object().put("maker", maker);
  }
}
