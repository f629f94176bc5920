package dev.terroir.workshop.check;

import dev.terroir.catalog.Capability;
import dev.terroir.policy.Reason;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.policy.vocabulary.RequestAttribute;
import dev.terroir.workshop.lens.Lens;
import dev.terroir.workshop.lens.Requests;
import dev.terroir.workshop.lens.SeenRule;
import dev.terroir.workshop.lens.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Countries whose companies may send an ordinary chat request nowhere: one about personal data, one
 * about public data, one in a sector that the country's own rules name.
 */
final class NoLawfulChat implements Check {

  private static final int SHOWN = 3;
  private static final Set<RequestAttribute> ORDINARY =
      Set.of(
          RequestAttribute.SECTOR,
          RequestAttribute.DATA,
          RequestAttribute.TENANT_KIND,
          RequestAttribute.PAYER);

  @Override
  public Stream<Finding> findings(Lens lens) {
    Requests requests = new Requests(lens);
    DeploymentSet chat = requests.able(Capability.CHAT);
    return lens.library().countries().values().stream()
        .flatMap(
            country ->
                Stream.of(
                        data(lens, requests, chat, country, "personal").stream(),
                        data(lens, requests, chat, country, "public").stream(),
                        sectors(lens, requests, chat, country))
                    .flatMap(it -> it));
  }

  private static Optional<Finding> data(
      Lens lens, Requests requests, DeploymentSet chat, CountryPolicy country, String data) {
    List<Condition<RequestAttribute>> request =
        List.of(new Condition<>(RequestAttribute.DATA, List.of(data)));
    Verdict plain = requests.plain(country.jurisdiction(), request);
    if (!plain.serving(chat).isEmpty()) {
      return Optional.empty();
    }
    Origin origin = lens.place(Subjects.file(country.jurisdiction().code()));
    Verdict favoured = requests.favoured(country.jurisdiction(), request);
    String message =
        "no chat deployment is lawful for %s data of a company in %s"
            .formatted(data, country.jurisdiction());
    if (favoured.serving(chat).isEmpty()) {
      return Optional.of(
          Finding.warning(Kind.NO_LAWFUL_CHAT, origin, message + ": " + blame(favoured, chat))
              .suggesting("add a deployment that those rules allow"));
    }
    return Optional.of(
        Finding.warning(
                Kind.NO_LAWFUL_CHAT,
                origin,
                message + " that has no agreement, consent or safeguard: " + blame(plain, chat))
            .suggesting("tenants need what those rules ask for"));
  }

  private static Stream<Finding> sectors(
      Lens lens, Requests requests, DeploymentSet chat, CountryPolicy country) {
    String scope = country.jurisdiction().code();
    return lens.deciding()
        .filter(rule -> rule.id().scope().equals(scope) && !rule.binds().isEmpty())
        .filter(rule -> rule.rule().inForce().on(lens.today()))
        .flatMap(NoLawfulChat::sectorRequests)
        .distinct()
        .flatMap(
            request -> {
              Verdict verdict = requests.favoured(country.jurisdiction(), request);
              return verdict.serving(chat).isEmpty()
                  ? Stream.of(
                      Finding.note(
                          Kind.NO_LAWFUL_CHAT,
                          lens.place(Subjects.file(scope)),
                          "no chat deployment is lawful in %s for %s: %s"
                              .formatted(scope, Wording.of(request), blame(verdict, chat))))
                  : Stream.empty();
            });
  }

  /** The ordinary part of each alternative of a rule that names a sector. */
  private static Stream<List<Condition<RequestAttribute>>> sectorRequests(SeenRule rule) {
    return rule.rule().when().alternatives().stream()
        .filter(all -> all.stream().anyMatch(it -> it.attribute() == RequestAttribute.SECTOR))
        .map(
            all ->
                all.stream()
                    .filter(it -> ORDINARY.contains(it.attribute()))
                    .map(it -> new Condition<>(it.attribute(), it.values().subList(0, 1)))
                    .sorted(Comparator.comparing(Condition::attribute))
                    .toList());
  }

  /** The rules that exclude the most. */
  private static String blame(Verdict verdict, DeploymentSet chat) {
    List<String> rules =
        verdict.reasons(chat).stream()
            .sorted(Comparator.comparingInt((Reason it) -> -it.deployments().size()))
            .map(it -> it.rule() + " excludes " + it.deployments().size())
            .toList();
    return Wording.some(rules, SHOWN) + " of " + chat.size();
  }
}
