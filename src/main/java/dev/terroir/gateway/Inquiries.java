package dev.terroir.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.audit.Outcome;
import dev.terroir.catalog.Model;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Json;
import dev.terroir.chat.Recall;
import dev.terroir.language.TokenEstimate;
import dev.terroir.policy.Decision.Permit;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.facts.Insight;
import dev.terroir.policy.rule.Claims;
import dev.terroir.workshop.Explanation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers questions about the rules. Nothing is sent to any deployment. Thread-safe. */
public final class Inquiries {

  /** Of one of a megapixel or more, which is scaled down to that: width times height by 750. */
  private static final long TOKENS_OF_AN_IMAGE = 1600;

  private final Supplier<Snapshot> snapshots;
  private final Parts parts;
  private final Conclusion conclusion;

  public Inquiries(Supplier<Snapshot> snapshots, Parts parts) {
    this.snapshots = snapshots;
    this.parts = parts;
    this.conclusion = new Conclusion(parts.audit(), parts.telemetry(), parts.nanoTime());
  }

  /**
   * A name that a caller may use.
   *
   * @param owner the maker of the model, or {@code terroir} for an alias
   */
  public record Listed(String id, String name, String owner) {}

  /** What is asked in a body: working it out may take long. */
  private interface Question {
    Step<ObjectNode> answer(Inbound inbound, Exchange exchange, Snapshot snapshot);
  }

  /**
   * Answers with the names that this caller may lawfully use from here.
   *
   * @param render writes them in the caller's dialect, or nothing when the one asked for is not
   *     among them
   */
  public void models(
      Inbound inbound, Client client, Function<List<Listed>, Optional<ObjectNode>> render) {
    Snapshot snapshot = snapshots.get();
    Exchange exchange = open(inbound, client, snapshot);
    Intake intake = new Intake(snapshot);
    Step<ObjectNode> answer =
        intake
            .identify(inbound)
            .then(
                requester ->
                    Intake.claims(inbound.stated(), Map.of())
                        .map(
                            claims ->
                                intake.facts(
                                    requester.tenant(), claims, "", Set.of(), Insight.NOTHING)))
            .map(
                facts -> {
                  exchange.noteFacts(facts, Optional.empty());
                  return listed(snapshot, snapshot.policies().judge(facts, today()));
                })
            .then(listed -> found(render.apply(listed)));
    reply(exchange, answer, "models");
  }

  private static Step<ObjectNode> found(Optional<ObjectNode> rendered) {
    return rendered
        .<Step<ObjectNode>>map(Step.Go::new)
        .orElseGet(
            () ->
                new Step.Halt<>(
                    Refusal.notFound(
                        "model_not_found", "no such model is lawful for you here", "model")));
  }

  private static List<Listed> listed(Snapshot snapshot, Verdict verdict) {
    List<Listed> listed = new ArrayList<>();
    add(listed, verdict, new Listed("auto", "Whatever is lawful and best", "terroir"));
    snapshot
        .policies()
        .library()
        .aliases()
        .forEach(alias -> add(listed, verdict, new Listed(alias.id(), alias.id(), "terroir")));
    for (Model model : snapshot.policies().library().catalog().models()) {
      Listed it = new Listed(model.id().value(), model.name(), model.maker());
      add(listed, verdict, it);
    }
    return listed;
  }

  private static void add(List<Listed> listed, Verdict verdict, Listed candidate) {
    boolean lawful =
        verdict
            .named(candidate.id())
            .filter(asked -> verdict.decide(asked) instanceof Permit)
            .isPresent();
    if (lawful && verdict.facts().tenant().mayName(candidate.id())) {
      listed.add(candidate);
    }
  }

  /** Answers with the decision for the facts in the body: every deployment, every reason. */
  public void decision(Inbound inbound, Client client) {
    inspect(inbound, client, "decision", this::explained);
  }

  private Step<ObjectNode> explained(Inbound inbound, Exchange exchange, Snapshot snapshot) {
    return new Intake(snapshot)
        .identify(inbound)
        .then(
            requester ->
                DecisionRequest.read(inbound)
                    .then(asked -> explain(exchange, snapshot, requester, asked)));
  }

  private Step<ObjectNode> explain(
      Exchange exchange, Snapshot snapshot, Requester requester, DecisionRequest asked) {
    Intake intake = new Intake(snapshot);
    ChatRequest request = asked.request();
    PromptInsight insight = requester.insight(asked.inbound(), request, asked.claims(), parts);
    Facts facts =
        intake.facts(requester.tenant(), asked.claims(), request.model(), request.needs(), insight);
    exchange.noteFacts(facts, Optional.empty());
    Verdict verdict = snapshot.policies().judge(facts, today());
    return Intake.address(request.model(), verdict)
        .map(deployments -> explanation(exchange, snapshot, verdict, deployments));
  }

  private static ObjectNode explanation(
      Exchange exchange, Snapshot snapshot, Verdict verdict, DeploymentSet asked) {
    exchange.noteWatched(verdict.watched(asked));
    return new Explanation(verdict, asked, snapshot.strategy())
        .json(exchange.id(), snapshot.digest());
  }

  /**
   * Answers with an estimate of the tokens of a request, in Anthropic's shape. It must be fit to be
   * asked: by whom, of which model, with which words.
   */
  public void count(Inbound inbound, Client client) {
    inspect(inbound, client, "tokens", this::counted);
  }

  private Step<ObjectNode> counted(Inbound inbound, Exchange exchange, Snapshot snapshot) {
    return new Intake(snapshot)
        .identify(inbound)
        .then(
            requester ->
                Intake.read(inbound, Recall.NOTHING)
                    .then(
                        request ->
                            Intake.claims(inbound.stated(), request.metadata())
                                .then(claims -> allowed(snapshot, requester, request, claims))
                                .map(
                                    facts -> {
                                      exchange.noteFacts(facts, Optional.empty());
                                      return counted(request);
                                    })));
  }

  private Step<Facts> allowed(
      Snapshot snapshot, Requester requester, ChatRequest request, Claims claims) {
    Facts facts =
        new Intake(snapshot)
            .facts(requester.tenant(), claims, request.model(), Set.of(), Insight.NOTHING);
    return Intake.address(request.model(), snapshot.policies().judge(facts, today()))
        .map(asked -> facts);
  }

  private static ObjectNode counted(ChatRequest request) {
    long tokens = request.everyText().stream().mapToLong(Inquiries::tokens).sum();
    return Json.object().put("input_tokens", Math.max(1, tokens));
  }

  private static long tokens(String text) {
    return text.startsWith("data:image/") ? TOKENS_OF_AN_IMAGE : TokenEstimate.of(text);
  }

  private void inspect(Inbound inbound, Client client, String what, Question question) {
    Snapshot snapshot = snapshots.get();
    Exchange exchange = open(inbound, client, snapshot);
    parts
        .inspect(inbound.body().length(), () -> question.answer(inbound, exchange, snapshot))
        .onSuccess(answer -> reply(exchange, answer, what))
        .onFailure(
            bug -> {
              parts.telemetry().bug(exchange.id(), bug);
              reply(exchange, new Step.Halt<>(Refusals.bug()), what);
            });
  }

  private Exchange open(Inbound inbound, Client client, Snapshot snapshot) {
    return Exchange.open(inbound.requestId(), client, snapshot.digest(), parts);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(parts.clock().instant(), ZoneOffset.UTC);
  }

  private void reply(Exchange exchange, Step<ObjectNode> answer, String what) {
    switch (answer) {
      case Step.Halt<ObjectNode>(var refusal) ->
          conclusion.refuse(exchange, exchange.refused(parts, refusal, Optional.empty()), refusal);
      case Step.Go<ObjectNode>(var body) ->
          conclusion.conclude(
              exchange,
              new Outcome.Informed(exchange.id(), parts.clock().instant(), "", what),
              () -> exchange.client().answer(exchange.notes(), body),
              () -> exchange.client().refuse(exchange.notes(), Refusals.auditUnavailable()));
    }
  }
}
