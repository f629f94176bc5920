package dev.terroir.gateway;

import dev.terroir.chat.ChatRequest;
import dev.terroir.language.LanguageDetector;
import dev.terroir.policy.Decision;
import dev.terroir.policy.Decision.Deny;
import dev.terroir.policy.Decision.Permit;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.Watched;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Claims;
import dev.terroir.routing.Selection.AllEjected;
import dev.terroir.routing.Selection.Ranked;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The steps from a request to the deployments that may be tried: who calls, what is asked, which
 * law binds, what it permits, what is best. It reads one snapshot and writes nothing. Used once.
 */
final class Admission {

  private final String exchange;
  private final Inbound inbound;
  private final Snapshot snapshot;
  private final LanguageDetector detector;
  private final Intake intake;
  private Optional<Requester> requester = Optional.empty();
  private Optional<Facts> facts = Optional.empty();
  private List<Watched> watched = List.of();

  Admission(String exchange, Inbound inbound, Snapshot snapshot, LanguageDetector detector) {
    this.exchange = exchange;
    this.inbound = inbound;
    this.snapshot = snapshot;
    this.detector = detector;
    this.intake = new Intake(snapshot);
  }

  /** What became of a request. */
  sealed interface Result {

    /** Nothing is sent anywhere. Who asked and under which law is there as far as it is known. */
    record Refused(
        Refusal refusal,
        Optional<Requester> requester,
        Optional<Facts> facts,
        List<Watched> watched)
        implements Result {}

    /**
     * @param watched what rules that decide nothing yet would have done
     * @param substitutedFor the model that was asked for and refused, where another answers for it
     */
    record Admitted(
        Requester requester,
        ChatRequest request,
        Verdict verdict,
        Ranked selection,
        List<Watched> watched,
        Optional<String> substitutedFor)
        implements Result {}
  }

  Result decide(LocalDate today) {
    Step<Result> step =
        intake
            .identify(inbound)
            .then(
                identified -> {
                  requester = Optional.of(identified);
                  return Intake.read(inbound.body())
                      .then(request -> judge(identified, request, today));
                });
    return switch (step) {
      case Step.Go<Result>(var result) -> result;
      case Step.Halt<Result>(var refusal) -> new Result.Refused(refusal, requester, facts, watched);
    };
  }

  private Step<Result> judge(Requester identified, ChatRequest request, LocalDate today) {
    return Intake.claims(inbound.stated(), request.metadata())
        .map(claims -> facts(identified, request, claims))
        .map(known -> snapshot.policies().judge(known, today))
        .then(
            verdict ->
                Intake.address(request.model(), verdict)
                    .then(asked -> rank(identified, request, verdict, asked)));
  }

  private Facts facts(Requester identified, ChatRequest request, Claims claims) {
    PromptInsight insight = new PromptInsight(request, detector);
    Facts known =
        intake.facts(identified.tenant(), claims, request.model(), request.needs(), insight);
    facts = Optional.of(known);
    return known;
  }

  private Step<Result> rank(
      Requester identified, ChatRequest request, Verdict verdict, DeploymentSet asked) {
    Decision decision = verdict.decide(asked);
    Optional<String> substitutedFor = Optional.empty();
    watched = verdict.watched(asked);
    if (decision instanceof Deny deny && maySubstitute(identified, deny)) {
      decision = verdict.decide(snapshot.policies().everything());
      substitutedFor = Optional.of(request.model());
      watched = verdict.watched(snapshot.policies().everything());
    }
    return switch (decision) {
      case Deny deny -> new Step.Halt<>(Refusals.of(deny, verdict.facts()));
      case Permit permit ->
          switch (snapshot.strategy().select(permit, exchange)) {
            case AllEjected(var delay) -> new Step.Halt<>(Refusals.allEjected(delay));
            case Ranked ranked ->
                new Step.Go<>(
                    new Result.Admitted(
                        identified, request, verdict, ranked, watched, substitutedFor));
          };
    };
  }

  private static boolean maySubstitute(Requester identified, Deny deny) {
    return identified.tenant().substitute()
        && identified.tenant().mayName("auto")
        && deny.cause() == Decision.Cause.NO_LAWFUL_DEPLOYMENT;
  }
}
