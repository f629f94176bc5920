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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** Adds duties up: the strongest of a kind wins. */
public final class Obligations {

  private Obligations() {}

  /** One duty of each kind that occurs in {@code all}, in a fixed order. */
  public static List<Obligation> strongest(Collection<Obligation> all) {
    if (all.size() < 2) {
      return List.copyOf(all);
    }
    SortedMap<Integer, Obligation> strongest = new TreeMap<>();
    for (Obligation obligation : all) {
      strongest.merge(place(obligation), obligation, Obligations::stronger);
    }
    return List.copyOf(strongest.values());
  }

  private static int place(Obligation obligation) {
    return switch (obligation) {
      case Protect protect -> 0;
      case DiscloseAi disclose -> 1;
      case MarkOutput mark -> 2;
      case HumanReview review -> 3;
      case RetainLog retain -> 4;
      case VisibleNotice notice -> 5;
      case OfferHuman human -> 6;
      case ExplainDecision explain -> 7;
      case RemindEvery remind -> 8;
    };
  }

  /** Of two of the same kind. */
  private static Obligation stronger(Obligation one, Obligation other) {
    if (one instanceof Protect(var strength) && other instanceof Protect(var another)) {
      return strength.compareTo(another) >= 0 ? one : other;
    }
    if (one instanceof RemindEvery(var interval) && other instanceof RemindEvery(var another)) {
      return interval.compareTo(another) <= 0 ? one : other;
    }
    return one instanceof RetainLog log && other instanceof RetainLog another
        ? together(log, another)
        : one;
  }

  /** The longest minimum, the shortest maximum, and a copy in every place that one asks for. */
  private static RetainLog together(RetainLog one, RetainLog other) {
    Set<String> places = new TreeSet<>(one.keptIn());
    places.addAll(other.keptIn());
    return new RetainLog(
        chosen(one.atLeast(), other.atLeast(), (a, b) -> a.compareTo(b) >= 0 ? a : b),
        chosen(one.atMost(), other.atMost(), (a, b) -> a.compareTo(b) <= 0 ? a : b),
        places);
  }

  private static Optional<Retention> chosen(
      Optional<Retention> one, Optional<Retention> other, BinaryOperator<Retention> choice) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(choice.apply(one.get(), other.get()))
        : one.or(() -> other);
  }

  /** How data is to be protected, where one of {@code duties} says so. */
  public static Optional<Obligation.Strength> protection(Collection<Obligation> duties) {
    Optional<Obligation.Strength> strongest = Optional.empty();
    for (Obligation duty : duties) {
      if (duty instanceof Protect(var strength)
          && strongest.filter(known -> known.compareTo(strength) >= 0).isEmpty()) {
        strongest = Optional.of(strength);
      }
    }
    return strongest;
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
