package dev.terroir.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.terroir.chat.ChatRequest;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.provider.canonical.ReasoningState;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose models can go on with a conversation. What a model has signed of its reasoning comes back
 * in {@code reasoning_state}, with the name of the model's maker, and only models of that maker can
 * read it. A request that carries such state goes only to deployments of theirs, and of those only
 * to lawful ones; where that leaves none it is refused, and not sent on without the state. What a
 * caller writes there can only narrow the choice.
 *
 * @param makers of the models whose reasoning the history carries
 */
record Affinity(Set<String> makers) {

  Affinity {
    makers = Set.copyOf(makers);
  }

  static Affinity of(ChatRequest request) {
    Set<String> makers = new TreeSet<>();
    for (JsonNode message : request.body().path("messages")) {
      ReasoningState.of(message).forEach(state -> makers.add(state.maker()));
    }
    return new Affinity(makers);
  }

  /** Those of {@code asked} that can go on with the conversation. */
  DeploymentSet among(DeploymentSet asked, Verdict verdict) {
    if (makers.isEmpty()) {
      return asked;
    }
    return DeploymentSet.of(
        asked.wordCount() * Long.SIZE,
        i -> asked.contains(i) && makers.equals(Set.of(verdict.deployment(i).model().maker())));
  }

  /** The same, or a refusal where other deployments could serve the request, but not go on. */
  Step<DeploymentSet> limit(DeploymentSet asked, Verdict verdict) {
    DeploymentSet able = among(asked, verdict);
    boolean atFault =
        able.isEmpty() || (verdict.serving(able).isEmpty() && !verdict.serving(asked).isEmpty());
    if (makers.isEmpty() || !atFault) {
      return new Step.Go<>(able);
    }
    String message =
        makers.size() > 1
            ? "the messages carry `reasoning_state` of several makers, which no model can read"
            : "the messages carry `reasoning_state` that only models of its maker can read, and"
                + " none of those that may be asked here is; leave it out, or ask for one of"
                + " them";
    return new Step.Halt<>(Refusal.invalid("reasoning_state_unreadable", message, "messages"));
  }
}
