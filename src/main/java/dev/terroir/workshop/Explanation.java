package dev.terroir.workshop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.catalog.Deployment;
import dev.terroir.chat.Json;
import dev.terroir.policy.Decision;
import dev.terroir.policy.Explained;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.Watched;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Obligations;
import dev.terroir.policy.vocabulary.Word;
import dev.terroir.routing.Selection;
import dev.terroir.routing.Strategy;
import java.util.Collection;
import java.util.TreeSet;

/** A decision with everything that led to it. */
public final class Explanation {

  private final Verdict verdict;
  private final DeploymentSet asked;
  private final Strategy strategy;

  public Explanation(Verdict verdict, DeploymentSet asked, Strategy strategy) {
    this.verdict = verdict;
    this.asked = asked;
    this.strategy = strategy;
  }

  /** As JSON: every deployment of {@code asked} with every rule that excludes it. */
  public ObjectNode json(String exchange, String policy) {
    Facts facts = verdict.facts();
    ObjectNode root =
        Json.object().put("object", "decision").put("id", exchange).put("policy", policy);
    ArrayNode jurisdictions = root.putArray("jurisdictions");
    facts
        .jurisdictions()
        .bound()
        .forEach(
            (code, evidence) ->
                jurisdictions
                    .addObject()
                    .put("code", code.code())
                    .put("because", Word.write(evidence.name())));
    root.set("facts", list(FactsText.of(facts)));
    root.put("language", facts.language());
    decision(root, exchange);
    root.set("rules", list(verdict.appliedRules()));
    ArrayNode watched = root.putArray("watched");
    verdict.watched(asked).forEach(it -> watched.add(watched(it)));
    ArrayNode deployments = root.putArray("deployments");
    verdict.explain(asked).forEach(it -> deployments.add(explained(it)));
    return root;
  }

  private void decision(ObjectNode root, String exchange) {
    ArrayNode candidates = Json.object().arrayNode();
    switch (verdict.decide(asked)) {
      case Decision.Deny deny -> root.put("decision", "deny").put("cause", deny.cause().code());
      case Decision.Permit permit -> {
        root.put("decision", "permit").putNull("cause");
        if (strategy.select(permit, exchange) instanceof Selection.Ranked ranked) {
          ranked.candidates().forEach(candidate -> candidates.add(candidate.toString()));
        }
      }
    }
    root.set("candidates", candidates);
    root.set("lawful", list(verdict.lawfulModels().stream().map(id -> id.value()).toList()));
  }

  private static ObjectNode watched(Watched watched) {
    return Json.object()
        .put("rule", watched.rule())
        .put("law", watched.law())
        .put("effect", watched.effect().word())
        .put("deployments", watched.deployments());
  }

  private static ObjectNode explained(Explained explained) {
    Deployment deployment = explained.deployment();
    ObjectNode node =
        Json.object()
            .put("id", deployment.id().value())
            .put("model", deployment.model().id().value())
            .put("host", deployment.host().id().value());
    node.set("located_in", list(new TreeSet<>(deployment.locatedIn())));
    node.set("controlled_from", list(new TreeSet<>(deployment.host().controlledFrom())));
    node.set("made_in", list(new TreeSet<>(deployment.model().madeIn())));
    node.put("permitted", explained.isPermitted());
    node.set("duties", list(explained.duties().stream().map(Obligations::describe).toList()));
    ArrayNode reasons = node.putArray("reasons");
    explained
        .reasons()
        .forEach(it -> reasons.addObject().put("rule", it.rule()).put("law", it.law()));
    return node;
  }

  private static ArrayNode list(Collection<String> values) {
    ArrayNode array = Json.object().arrayNode();
    values.forEach(array::add);
    return array;
  }
}
