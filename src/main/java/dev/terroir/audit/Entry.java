package dev.terroir.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.chat.Usage;
import java.util.List;

/** Intents and outcomes as JSON, in the form in which the log keeps them. */
final class Entry {

  private Entry() {}

  static ObjectNode of(Intent intent) {
    ObjectNode node = entry("intent", intent.exchange(), intent.at().toString());
    node.put("tenant", intent.tenant()).put("key", intent.key()).put("policy", intent.policy());
    node.set("facts", list(intent.facts()));
    node.set("rules", list(intent.rules()));
    watched(node, intent.watched());
    node.set("candidates", list(intent.candidates()));
    return node.put("duties", intent.duties());
  }

  static ObjectNode of(Outcome outcome) {
    ObjectNode node = entry(kind(outcome), outcome.exchange(), outcome.at().toString());
    switch (outcome) {
      case Outcome.Completed it -> {
        node.put("deployment", it.deployment()).set("attempts", list(it.attempts()));
        node.set("usage", usage(it.usage()));
        node.put("simulated", it.simulated());
      }
      case Outcome.Refused it -> {
        node.put("who", it.who()).put("status", it.status()).put("code", it.code());
        node.set("facts", list(it.facts()));
        node.set("rules", list(it.rules()));
        watched(node, it.watched());
      }
      case Outcome.Informed it -> node.put("who", it.who()).put("what", it.what());
      case Outcome.Failed it -> {
        node.put("status", it.status()).put("code", it.code());
        node.set("attempts", list(it.attempts()));
      }
      case Outcome.Interrupted it -> {
        node.put("deployment", it.deployment()).put("cause", it.cause());
        node.set("attempts", list(it.attempts()));
      }
    }
    return node;
  }

  static String kind(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Completed it -> "completed";
      case Outcome.Refused it -> "refused";
      case Outcome.Informed it -> "informed";
      case Outcome.Failed it -> "failed";
      case Outcome.Interrupted it -> "interrupted";
    };
  }

  private static ObjectNode entry(String kind, String exchange, String at) {
    return Json.object().put("kind", kind).put("exchange", exchange).put("at", at);
  }

  private static ObjectNode usage(Usage usage) {
    return Json.object().put("input", usage.input()).put("output", usage.output());
  }

  /** Left out where nothing is watched, as in most records. */
  private static void watched(ObjectNode node, List<String> watched) {
    if (!watched.isEmpty()) {
      node.set("watched", list(watched));
    }
  }

  private static ArrayNode list(List<String> values) {
    ArrayNode array = Json.object().arrayNode();
    values.forEach(array::add);
    return array;
  }
}
