package dev.terroir.gateway;

import dev.terroir.chat.ChatRequest;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.Decision;
import dev.terroir.policy.Decision.Deny;
import dev.terroir.policy.Decision.Permit;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.Watched;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.protection.Versions;
import dev.terroir.routing.Selection.AllEjected;
import dev.terroir.routing.Selection.Ranked;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The steps from a request to the deployments that may be tried: who calls, what is asked, which
 * law binds, what it permits, what is best. It reads one snapshot and writes nothing. Used once.
 */
final class Admission {

  private final String exchange;
  private final Inbound inbound;
  private final Snapshot snapshot;
  private final Parts parts;
  private final Intake intake;
  private Optional<Requester> requester = Optional.empty();
  private Optional<Facts> facts = Optional.empty();
  private List<Watched> watched = List.of();
  private Optional<String> substitutedFor = Optional.empty();

  Admission(String exchange, Inbound inbound, Snapshot snapshot, Parts parts) {
    this.exchange = exchange;
    this.inbound = inbound;
    this.snapshot = snapshot;
    this.parts = parts;
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
     * @param versions the request as each candidate gets to read it
     * @param readers the languages that whoever reads the answer may read, the likeliest first
     * @param watched what rules that decide nothing yet would have done
     * @param substitutedFor the model that was asked for and refused, where another answers for it
     */
    record Admitted(
        Requester requester,
        ChatRequest request,
        Verdict verdict,
        Ranked selection,
        Versions versions,
        Supplier<List<String>> readers,
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
                  return Intake.read(inbound, parts.responses().of(identified.tenant()))
                      .then(request -> judge(identified, request, today));
                });
    return switch (step) {
      case Step.Go<Result>(var result) -> result;
      case Step.Halt<Result>(var refusal) -> new Result.Refused(refusal, requester, facts, watched);
    };
  }

  private Step<Result> judge(Requester identified, ChatRequest request, LocalDate today) {
    return Intake.claims(inbound.stated(), request.metadata())
        .then(claims -> judge(identified, request, claims, today));
  }

  private Step<Result> judge(
      Requester identified, ChatRequest request, Claims claims, LocalDate today) {
    PromptInsight insight = identified.insight(inbound, request, claims, parts);
    Facts known =
        intake.facts(identified.tenant(), claims, request.model(), request.needs(), insight);
    facts = Optional.of(known);
    Verdict verdict = snapshot.policies().judge(known, today);
    return Intake.address(request.model(), verdict)
        .then(asked -> Affinity.of(request).limit(asked, verdict))
        .then(asked -> decide(identified, request, verdict, asked))
        .then(permit -> rank(identified, request, permit, insight));
  }

  private Step<Permit> decide(
      Requester identified, ChatRequest request, Verdict verdict, DeploymentSet asked) {
    Decision decision = verdict.decide(asked);
    watched = verdict.watched(asked);
    if (decision instanceof Deny deny && maySubstitute(identified, deny)) {
      DeploymentSet any = Affinity.of(request).among(snapshot.policies().everything(), verdict);
      decision = verdict.decide(any);
      substitutedFor = Optional.of(request.model());
      watched = verdict.watched(any);
    }
    return switch (decision) {
      case Deny deny -> new Step.Halt<>(Refusals.of(deny, verdict.facts()));
      case Permit permit -> new Step.Go<>(permit);
    };
  }

  private Step<Result> rank(
      Requester identified, ChatRequest request, Permit permit, PromptInsight insight) {
    return switch (snapshot.strategy().select(permit, exchange)) {
      case AllEjected(var delay) -> new Step.Halt<>(Refusals.allEjected(delay));
      case Ranked ranked ->
          new Step.Go<>(
              new Result.Admitted(
                  identified,
                  request,
                  permit.verdict(),
                  ranked,
                  Versions.of(
                      request,
                      ranked.candidates(),
                      insight::protection,
                      parts.protector().answers(request, regions(permit.verdict().facts()))),
                  () -> readers(permit.verdict().facts()),
                  watched,
                  substitutedFor));
    };
  }

  /** The countries that bind a request, whose local telephone numbers count in its answer. */
  private static List<String> regions(Facts known) {
    return known.jurisdictions().all().stream()
        .map(jurisdiction -> jurisdiction.country().code())
        .distinct()
        .toList();
  }

  /** Those of the request, and of its home where there is no telling. */
  private List<String> readers(Facts known) {
    Jurisdiction home = known.jurisdictions().home();
    Map<Jurisdiction, CountryPolicy> countries = snapshot.policies().library().countries();
    Stream<String> official =
        Optional.ofNullable(countries.get(home))
            .or(() -> Optional.ofNullable(countries.get(home.country())))
            .stream()
            .flatMap(country -> country.languages().stream());
    return Stream.concat(Stream.of(known.language()), official).toList();
  }

  private static boolean maySubstitute(Requester identified, Deny deny) {
    return identified.tenant().serving().substitute()
        && identified.tenant().mayName("auto")
        && (deny.cause() == Decision.Cause.NO_LAWFUL_DEPLOYMENT
            || deny.cause() == Decision.Cause.BELOW_LANGUAGE_FLOOR);
  }
}
