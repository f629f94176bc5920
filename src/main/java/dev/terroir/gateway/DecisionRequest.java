package dev.terroir.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.Json;
import dev.terroir.chat.StrictJson;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question for a decision: a chat request in which the model and the messages may be missing, and
 * {@code facts}, which say the same as the headers do.
 */
record DecisionRequest(Inbound inbound, ChatRequest request, Claims claims) {

  static Step<DecisionRequest> read(Inbound inbound) {
    return switch (StrictJson.read(inbound.body())) {
      case StrictJson.Reading.Malformed(var message, var param) ->
          new Step.Halt<>(Refusal.invalid(message, param));
      case StrictJson.Reading.Document(ObjectNode root) -> read(root, inbound);
      case StrictJson.Reading.Document(var other) ->
          new Step.Halt<>(Refusal.invalid("the body must be a JSON object", ""));
    };
  }

  private static Step<DecisionRequest> read(ObjectNode root, Inbound inbound) {
    return facts(root.path("facts"), inbound.stated())
        .then(
            stated ->
                Intake.read(Json.write(completed(root)), ChatRequestReader::read)
                    .then(
                        request ->
                            Intake.claims(stated, request.metadata())
                                .map(claims -> new DecisionRequest(inbound, request, claims))));
  }

  private static ObjectNode completed(ObjectNode root) {
    ObjectNode chat = root.deepCopy();
    chat.remove("facts");
    if (!chat.has("model")) {
      chat.put("model", "auto");
    }
    if (!chat.has("messages")) {
      chat.putArray("messages").addObject().put("role", "user").put("content", "");
    }
    return chat;
  }

  private static Step<Map<Claim, String>> facts(JsonNode facts, Map<Claim, String> headers) {
    Map<Claim, String> stated = new EnumMap<>(Claim.class);
    stated.putAll(headers);
    if (!facts.isMissingNode() && !facts.isObject()) {
      return new Step.Halt<>(Refusal.invalid("`facts` must be an object", "facts"));
    }
    for (Map.Entry<String, JsonNode> entry : facts.properties()) {
      Optional<Claim> claim = Word.find(Claim.class, entry.getKey());
      if (claim.isEmpty()) {
        String message = "no fact `" + entry.getKey() + "`: there are " + Word.all(Claim.class);
        return new Step.Halt<>(Refusal.invalid(message, "facts"));
      }
      stated.merge(claim.get(), text(entry.getValue()), (header, more) -> header + "," + more);
    }
    return new Step.Go<>(stated);
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> texts = new ArrayList<>();
    value.forEach(item -> texts.add(item.asText()));
    return String.join(",", texts);
  }
}
