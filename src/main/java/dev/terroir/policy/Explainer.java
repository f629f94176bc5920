package dev.terroir.policy;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.policy.engine.CompiledRule;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.engine.Exclusion;
import dev.terroir.policy.engine.RuleTable;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Obligation;
import dev.terroir.policy.rule.Obligations;
import dev.terroir.policy.rule.Speech;
import dev.terroir.policy.vocabulary.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Says why, from the same sets that decided. Immutable. */
final class Explainer {

  private final RuleTable table;
  private final Facts facts;
  private final BitSet applied;

  Explainer(RuleTable table, Facts facts, BitSet applied) {
    this.table = table;
    this.facts = facts;
    this.applied = applied;
  }

  Stream<CompiledRule> applied() {
    return applied.stream().mapToObj(table.rules()::get);
  }

  /** Each rule that excludes some of {@code asked}, with those that it excludes. */
  List<Reason> reasons(DeploymentSet asked) {
    List<Reason> reasons = new ArrayList<>();
    table
        .unknown(facts)
        .ifPresent(
            code -> {
              String why = "there is no policy file for `" + code + "`";
              reasons.add(new Reason("TERROIR/unknown-jurisdiction", why, ids(asked)));
            });
    for (Exclusion exclusion : table.exclusions()) {
      String id = exclusion.id().toString();
      add(reasons, id, exclusion.reason(), asked.and(exclusion.deployments()));
    }
    applied()
        .forEach(
            rule -> {
              DeploymentSet excludedHere = asked.and(rule.excludedFor(facts));
              add(reasons, rule.rule().id().toString(), rule.because(facts), excludedHere);
            });
    table
        .belowFloor(facts)
        .ifPresent(below -> add(reasons, floorId(), floorReason(), asked.and(below)));
    DeploymentSet incapable = asked.andNot(table.capable(asked, facts.capabilities()));
    add(reasons, "TERROIR/capability", "it cannot do what the request needs", incapable);
    return reasons;
  }

  private String floorId() {
    return "TENANT/" + facts.tenant().id() + "/language-floor";
  }

  private String floorReason() {
    Speech speech = facts.tenant().serving().speech();
    String floor = speech.floor().map(it -> Word.write(it.name())).orElse("");
    return "its model is not known to be " + floor + " in `" + facts.language() + "`";
  }

  /** Each of {@code asked} with every reason that excludes it, or with its duties. */
  List<Explained> explain(DeploymentSet asked) {
    List<List<Reason>> own = new ArrayList<>();
    int[] positions = asked.positions();
    for (int i = 0; i < table.catalog().deployments().size(); i++) {
      own.add(new ArrayList<>());
    }
    for (Reason reason : reasons(asked)) {
      for (DeploymentId id : reason.deployments()) {
        table.catalog().position(id).ifPresent(position -> own.get(position).add(reason));
      }
    }
    return Arrays.stream(positions)
        .mapToObj(
            position -> {
              List<Reason> reasons = own.get(position);
              List<Obligation> duties = reasons.isEmpty() ? obligations(position) : List.of();
              return new Explained(table.catalog().deployment(position), reasons, duties);
            })
        .toList();
  }

  private void add(List<Reason> reasons, String rule, String law, DeploymentSet deployments) {
    if (!deployments.isEmpty()) {
      reasons.add(new Reason(rule, law, ids(deployments)));
    }
  }

  private List<DeploymentId> ids(DeploymentSet deployments) {
    return Arrays.stream(deployments.positions())
        .mapToObj(table.catalog()::deployment)
        .map(Deployment::id)
        .toList();
  }

  /** The duties under which the deployment at {@code position} may serve the request. */
  List<Obligation> obligations(int position) {
    List<Obligation> duties = new ArrayList<>();
    for (int i = applied.nextSetBit(0); i >= 0; i = applied.nextSetBit(i + 1)) {
      CompiledRule rule = table.rules().get(i);
      List<Obligation> own = rule.rule().effect().obligations();
      if (!own.isEmpty() && rule.applies().contains(position)) {
        duties.addAll(own);
      }
    }
    return duties.isEmpty() ? List.of() : Obligations.strongest(duties);
  }

  /** The rules that excluded something for this request, or put a duty on something. */
  List<String> effective() {
    return applied()
        .filter(
            rule ->
                !rule.excludedFor(facts).isEmpty()
                    || (!rule.rule().effect().obligations().isEmpty() && !rule.applies().isEmpty()))
        .map(rule -> rule.rule().id().toString())
        .toList();
  }

  /** What the rules that are only watched would do to {@code serving}. */
  List<Watched> watched(DeploymentSet serving) {
    BitSet spoken = new BitSet();
    table.watched().apply(facts, new long[serving.wordCount()], spoken);
    return spoken.stream()
        .mapToObj(table.rules()::get)
        .map(rule -> watched(rule, serving))
        .toList();
  }

  private Watched watched(CompiledRule rule, DeploymentSet serving) {
    DeploymentSet gone = serving.and(rule.excludedFor(facts));
    boolean obliges =
        !rule.rule().effect().obligations().isEmpty() && !serving.and(rule.applies()).isEmpty();
    Watched.Effect effect = Watched.Effect.NO_EFFECT;
    if (!gone.isEmpty()) {
      boolean all = serving.andNot(gone).isEmpty();
      effect = all ? Watched.Effect.WOULD_DENY : Watched.Effect.WOULD_EXCLUDE;
    } else if (obliges) {
      effect = Watched.Effect.WOULD_OBLIGE;
    }
    return new Watched(rule.rule().id().toString(), rule.because(facts), effect, gone.size());
  }
}
