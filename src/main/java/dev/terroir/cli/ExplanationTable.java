package dev.terroir.cli;

import dev.terroir.policy.Decision;
import dev.terroir.policy.Explained;
import dev.terroir.policy.Reason;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.Watched;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.rule.Obligations;
import dev.terroir.routing.Selection;
import dev.terroir.workshop.Question.Answer;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;

/** Prints a verdict for people to read. */
final class ExplanationTable {

  private final PrintWriter out;

  ExplanationTable(PrintWriter out) {
    this.out = out;
  }

  void print(Answer.Explained explained) {
    Verdict verdict = explained.verdict();
    DeploymentSet asked = explained.asked();
    Decision decision = verdict.decide(asked);
    out.printf("bound by: %s%n", verdict.facts().jurisdictions().codes());
    out.printf("decision: %s%n", decision(decision));
    if (decision instanceof Decision.Permit permit
        && explained.strategy().select(permit, "") instanceof Selection.Ranked ranked) {
      out.printf("tried first: %s%n", ranked.candidates().getFirst());
    }
    out.println();
    List<Explained> all = verdict.explain(asked);
    int width = all.stream().mapToInt(it -> it.deployment().id().value().length()).max().orElse(0);
    all.stream().filter(Explained::isPermitted).forEach(it -> print(it, width));
    all.stream().filter(it -> !it.isPermitted()).forEach(it -> print(it, width));
    watched(verdict.watched(asked));
  }

  private void watched(List<Watched> watched) {
    if (!watched.isEmpty()) {
      out.printf("%nwatched, and deciding nothing yet:%n");
    }
    for (Watched it : watched) {
      out.printf("~ %s: %s%s%n", it.rule(), effect(it), it.law().isEmpty() ? "" : ": " + it.law());
    }
  }

  private static String effect(Watched watched) {
    return switch (watched.effect()) {
      case WOULD_DENY -> "would deny";
      case WOULD_EXCLUDE -> "would exclude " + watched.deployments();
      case WOULD_OBLIGE -> "would oblige";
      case NO_EFFECT -> "would change nothing";
    };
  }

  private static String decision(Decision decision) {
    return switch (decision) {
      case Decision.Permit permit -> "permit";
      case Decision.Deny deny -> "deny, " + deny.cause().code();
    };
  }

  private void print(Explained explained, int width) {
    String id = explained.deployment().id().value();
    String places = String.join(",", new TreeSet<>(explained.deployment().locatedIn()));
    String duties =
        String.join(", ", explained.duties().stream().map(Obligations::describe).toList());
    out.printf(
        "%s %-" + width + "s  %-3s %s%n", explained.isPermitted() ? "+" : "-", id, places, duties);
    for (Reason reason : explained.reasons()) {
      out.printf("    %s%s%n", reason.rule(), reason.law().isEmpty() ? "" : ": " + reason.law());
    }
  }
}
