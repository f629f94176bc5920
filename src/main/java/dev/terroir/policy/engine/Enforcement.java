package dev.terroir.policy.engine;

import dev.terroir.catalog.Deployment;
import dev.terroir.policy.rule.Obligation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the enforcement point that asks for decisions can do.
 *
 * @param carriesOut whether it can carry a duty out; what comes with another duty is excluded,
 *     since to let it pass would be to break the rule
 * @param unavailable for each reason why a lawful deployment cannot be called, which it concerns
 */
public record Enforcement(
    Predicate<Obligation> carriesOut, Map<String, Predicate<Deployment>> unavailable) {

  /** The rules alone: every duty can be carried out, and every deployment called. */
  public static final Enforcement IDEAL = new Enforcement(duty -> true, Map.of());

  public Enforcement {
    unavailable = new LinkedHashMap<>(unavailable);
  }

  /** What this gateway can do. */
  public static Enforcement ofThisGateway(Map<String, Predicate<Deployment>> unavailable) {
    return new Enforcement(Enforcement::isImplemented, unavailable);
  }

  private static boolean isImplemented(Obligation duty) {
    return switch (duty) {
      case Obligation.Protect protect -> true;
      case Obligation.DiscloseAi disclose -> true;
      case Obligation.MarkOutput mark -> true;
      case Obligation.HumanReview review -> true;
      case Obligation.RetainLog retain -> true;
      case Obligation.VisibleNotice notice -> true;
      case Obligation.OfferHuman human -> true;
      case Obligation.ExplainDecision explain -> true;
      case Obligation.RemindEvery remind -> true;
    };
  }
}
