package dev.terroir.policy.rule;

import dev.terroir.catalog.Retention;
import dev.terroir.policy.rule.Obligation.DiscloseAi;
import dev.terroir.policy.rule.Obligation.ExplainDecision;
import dev.terroir.policy.rule.Obligation.HumanReview;
import dev.terroir.policy.rule.Obligation.MarkOutput;
import dev.terroir.policy.rule.Obligation.OfferHuman;
import dev.terroir.policy.rule.Obligation.Protect;
import dev.terroir.policy.rule.Obligation.RemindEvery;
import dev.terroir.policy.rule.Obligation.RetainLog;
import dev.terroir.policy.rule.Obligation.VisibleNotice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds duties up: the strongest of a kind wins. */
public final class Obligations {

  private Obligations() {}

  /** One duty of each kind that occurs in {@code all}. */
  public static List<Obligation> strongest(Collection<Obligation> all) {
    List<Obligation> strongest = new ArrayList<>();
    of(Protect.class, all).max(Comparator.comparing(Protect::strength)).ifPresent(strongest::add);
    of(DiscloseAi.class, all).findAny().ifPresent(strongest::add);
    of(MarkOutput.class, all).findAny().ifPresent(strongest::add);
    of(HumanReview.class, all).findAny().ifPresent(strongest::add);
    if (of(RetainLog.class, all).findAny().isPresent()) {
      Optional<Retention> least =
          of(RetainLog.class, all).flatMap(log -> log.atLeast().stream()).max(byLength());
      Optional<Retention> most =
          of(RetainLog.class, all).flatMap(log -> log.atMost().stream()).min(byLength());
      Set<String> places =
          of(RetainLog.class, all)
              .flatMap(log -> log.keptIn().stream())
              .collect(Collectors.toCollection(TreeSet::new));
      strongest.add(new RetainLog(least, most, places));
    }
    of(VisibleNotice.class, all).findAny().ifPresent(strongest::add);
    of(OfferHuman.class, all).findAny().ifPresent(strongest::add);
    of(ExplainDecision.class, all).findAny().ifPresent(strongest::add);
    of(RemindEvery.class, all)
        .min(Comparator.comparing(RemindEvery::interval))
        .ifPresent(strongest::add);
    return strongest;
  }

  private static Comparator<Retention> byLength() {
    return Comparator.naturalOrder();
  }

  private static <T extends Obligation> Stream<T> of(Class<T> kind, Collection<Obligation> all) {
    return all.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** As the caller reads it: {@code disclose-ai}, {@code retain-log=P6M..P1Y@IN}. */
  public static String describe(Obligation obligation) {
    return switch (obligation) {
      case Protect(var strength) -> "protect=" + strength.word();
      case DiscloseAi() -> "disclose-ai";
      case MarkOutput() -> "mark-output";
      case HumanReview() -> "human-review";
      case RetainLog(var least, var most, var places) ->
          "retain-log="
              + least.map(Retention::iso).orElse("")
              + ".."
              + most.map(Retention::iso).orElse("")
              + (places.isEmpty() ? "" : "@" + String.join("+", new TreeSet<>(places)));
      case VisibleNotice() -> "visible-notice";
      case OfferHuman() -> "offer-human";
      case ExplainDecision() -> "explain-decision";
      case RemindEvery(var interval) -> "remind-every=" + interval.iso();
    };
  }
}
