package dev.terroir.gateway;

import dev.terroir.catalog.Capability;
import dev.terroir.chat.BodyReader;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.ChatRequestReader.Fault;
import dev.terroir.chat.Recall;
import dev.terroir.chat.StrictJson;
import dev.terroir.gateway.Step.Go;
import dev.terroir.gateway.Step.Halt;
import dev.terroir.identity.Identification.Identified;
import dev.terroir.identity.Identification.Rejected;
import dev.terroir.jurisdiction.Jurisdictions;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.facts.Insight;
import dev.terroir.policy.rule.Alias;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.ClaimsReader;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.Word;
import io.vertx.core.buffer.Buffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps that every route takes before law is asked: who, what, and which facts. Immutable. */
final class Intake {

  private final Snapshot snapshot;

  Intake(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  Step<Requester> identify(Inbound inbound) {
    return switch (snapshot.keys().identify(inbound.credentials())) {
      case Rejected rejected -> new Halt<>(Refusal.invalidKey());
      case Identified(var caller) ->
          Optional.ofNullable(snapshot.policies().library().tenants().get(caller.tenant()))
              .<Step<Requester>>map(tenant -> new Go<>(new Requester(caller, tenant)))
              .orElseGet(() -> new Halt<>(Refusal.invalidKey()));
    };
  }

  /**
   * @param recall what is kept of the tenant's earlier responses
   */
  static Step<ChatRequest> read(Inbound inbound, Recall recall) {
    return read(inbound.body(), root -> inbound.reader().read(root, recall));
  }

  static Step<ChatRequest> read(Buffer body, BodyReader reader) {
    return switch (StrictJson.read(body)) {
      case StrictJson.Reading.Malformed(var message, var param) ->
          new Halt<>(Refusal.invalid(message, param));
      case StrictJson.Reading.Document(var root) ->
          switch (reader.read(root)) {
            case ChatRequestReader.Reading.Faulty(var fault) -> new Halt<>(refusal(fault));
            case ChatRequestReader.Reading.Read(var request) -> new Go<>(request);
          };
    };
  }

  private static Refusal refusal(Fault fault) {
    return switch (fault.kind()) {
      case INVALID -> Refusal.invalid(fault.message(), fault.param());
      case FORBIDDEN_PARAMETER ->
          Refusal.invalid("forbidden_parameter", fault.message(), fault.param());
      case INVALID_URL -> Refusal.invalid("invalid_url", fault.message(), fault.param());
      case REMOTE_CONTENT ->
          Refusal.of(403, "remote_content_not_permitted", fault.message(), fault.param()).never();
      case NO_STORE ->
          Refusal.invalid("previous_response_not_found", fault.message(), fault.param());
    };
  }

  /** The headers' claims and the metadata's together: neither is stronger than the other. */
  static Step<Claims> claims(Map<Claim, String> headers, Map<String, String> metadata) {
    Map<Claim, String> stated = new EnumMap<>(Claim.class);
    stated.putAll(headers);
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      Optional<Claim> claim = ClaimsReader.ofMetadata(entry.getKey());
      if (claim.isPresent()) {
        stated.merge(claim.get(), entry.getValue(), (header, more) -> header + "," + more);
      } else if (entry.getKey().startsWith("terroir_")) {
        String message =
            "the metadata has no `" + entry.getKey() + "`; those it has are named in the README";
        return new Halt<>(Refusal.invalid(message, "metadata." + entry.getKey()));
      }
    }
    return switch (ClaimsReader.read(stated)) {
      case ClaimsReader.Reading.Faulty(var code, var message, var claim) ->
          new Halt<>(Refusal.invalid(code, message, ClaimsReader.header(claim)));
      case ClaimsReader.Reading.Read(var claims) -> new Go<>(claims);
    };
  }

  /** The deployments that the caller asks for, as they are on the day of the verdict. */
  static Step<DeploymentSet> address(String model, Verdict verdict) {
    if (!verdict.facts().tenant().mayName(model)) {
      return new Halt<>(
          Refusal.notPermitted("this tenant may not use `" + printable(model) + "`", "model"));
    }
    return verdict
        .named(model)
        .<Step<DeploymentSet>>map(Go::new)
        .orElseGet(
            () -> {
              String message =
                  "there is no model, deployment or alias `"
                      + printable(model)
                      + "`; see /v1/models";
              return new Halt<>(Refusal.notFound("model_not_found", message, "model"));
            });
  }

  private static String printable(String model) {
    return model.replaceAll("[^A-Za-z0-9._:/@-]", "?").substring(0, Math.min(model.length(), 100));
  }

  Facts facts(Tenant tenant, Claims stated, String model, Set<String> needs, Insight insight) {
    Claims adds =
        snapshot.policies().library().aliases().stream()
            .filter(alias -> alias.id().equals(model))
            .map(Alias::adds)
            .findFirst()
            .orElse(Claims.SILENT);
    boolean trusted = tenant.testimony().trusts(Claim.COUNTRY);
    Jurisdictions jurisdictions =
        snapshot.jurisdictions().resolve(tenant.country(), stated.countries(), trusted);
    return Facts.of(
        jurisdictions,
        tenant,
        tenant.testimony().hearing(stated).hearing(adds, Set.of()),
        needs.stream()
            .map(need -> Word.find(Capability.class, need).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()),
        insight);
  }
}
