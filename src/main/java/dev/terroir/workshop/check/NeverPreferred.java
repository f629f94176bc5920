package dev.terroir.workshop.check;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.Preference;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.RequestAttribute;
import dev.terroir.workshop.lens.Implication;
import dev.terroir.workshop.lens.Lens;
import dev.terroir.workshop.lens.Requests;
import dev.terroir.workshop.lens.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Preferences that choose nothing: no deployment is what they name, or none that the law allows to
 * any ordinary request that they are for, or an earlier preference takes all those requests.
 */
final class NeverPreferred implements Check {

  /** Whose preferences they are, and how the law answers to a request that meets conditions. */
  private record Owner(
      String scope,
      Jurisdiction home,
      List<Preference> preferences,
      Function<List<Condition<RequestAttribute>>, Verdict> law) {}

  @Override
  public Stream<Finding> findings(Lens lens) {
    Requests requests = new Requests(lens);
    Implication implication = new Implication(lens);
    Stream<Owner> countries =
        lens.library().countries().values().stream()
            .map(
                it ->
                    new Owner(
                        Subjects.file(it.jurisdiction().code()),
                        it.jurisdiction(),
                        it.prefer(),
                        conditions -> requests.favoured(it.jurisdiction(), conditions)));
    Stream<Owner> tenants =
        lens.library().tenants().values().stream()
            .map(
                it ->
                    new Owner(
                        Subjects.tenant(it.id()),
                        it.country(),
                        it.serving().prefer(),
                        law(requests, it)));
    return Stream.concat(countries, tenants)
        .flatMap(
            owner ->
                IntStream.range(0, owner.preferences.size())
                    .boxed()
                    .flatMap(
                        i ->
                            Stream.concat(
                                unreached(lens, implication, owner, i).stream(),
                                entries(lens, owner, i))));
  }

  private static Function<List<Condition<RequestAttribute>>, Verdict> law(
      Requests requests, Tenant tenant) {
    return conditions -> requests.favoured(tenant, conditions);
  }

  private static Optional<Finding> unreached(
      Lens lens, Implication implication, Owner owner, int position) {
    AnyOf<RequestAttribute> when = owner.preferences.get(position).when();
    return IntStream.range(0, position)
        .filter(
            earlier ->
                implication.holds(when, owner.preferences.get(earlier).when(), Set.of(owner.home)))
        .boxed()
        .findFirst()
        .map(
            earlier -> {
              Origin place = lens.place(Subjects.preference(owner.scope, earlier));
              return Finding.warning(
                      Kind.PREFERENCE_NEVER_LAWFUL,
                      lens.place(Subjects.preference(owner.scope, position)),
                      "never reached: the preference at %s takes every such request"
                          .formatted(place))
                  .suggesting("move it before that one")
                  .relatedTo(List.of(place));
            });
  }

  private static Stream<Finding> entries(Lens lens, Owner owner, int position) {
    Preference preference = owner.preferences.get(position);
    DeploymentSet lawful = lawful(lens, owner, preference);
    return IntStream.range(0, preference.order().size())
        .boxed()
        .flatMap(
            entry -> {
              Origin origin = lens.place(Subjects.preference(owner.scope, position, entry));
              return entry(lens, preference.order().get(entry), origin, lawful).stream();
            });
  }

  private static Optional<Finding> entry(
      Lens lens, AnyOf<DeploymentAttribute> entry, Origin origin, DeploymentSet lawful) {
    DeploymentSet named = lens.conditions().must(entry).and(lens.real());
    String what =
        entry.alternatives().stream().map(Wording::of).collect(Collectors.joining(", or "));
    if (named.isEmpty()) {
      return Optional.of(
          Finding.note(Kind.PREFERENCE_NEVER_LAWFUL, origin, "no deployment is " + what));
    }
    if (named.and(lawful).isEmpty()) {
      return Optional.of(
          Finding.warning(
                  Kind.PREFERENCE_NEVER_LAWFUL,
                  origin,
                  "none of the %s that are %s is lawful for such a request, with every agreement,"
                          .formatted(Wording.count(named.size(), "deployment"), what)
                      + " consent and safeguard")
              .suggesting("remove it, or look at the rule that excludes them"));
    }
    return Optional.empty();
  }

  /** What is lawful for some ordinary request that the preference is for. */
  private static DeploymentSet lawful(Lens lens, Owner owner, Preference preference) {
    DeploymentSet lawful = lens.conditions().nothing();
    for (List<Condition<RequestAttribute>> example : examples(preference.when())) {
      lawful = lawful.or(owner.law.apply(example).serving(lens.real()));
    }
    return lawful;
  }

  /** Requests about public and about personal data, where the preference does not say. */
  private static List<List<Condition<RequestAttribute>>> examples(AnyOf<RequestAttribute> when) {
    List<List<Condition<RequestAttribute>>> alternatives =
        when.isAlways() ? List.of(List.of()) : when.alternatives();
    List<List<Condition<RequestAttribute>>> examples = new ArrayList<>();
    for (List<Condition<RequestAttribute>> alternative : alternatives) {
      for (List<Condition<RequestAttribute>> single : singly(alternative)) {
        boolean says = single.stream().anyMatch(it -> it.attribute() == RequestAttribute.DATA);
        for (String data : says ? List.<String>of() : List.of("public", "personal")) {
          examples.add(with(single, new Condition<>(RequestAttribute.DATA, List.of(data))));
        }
        if (says) {
          examples.add(single);
        }
      }
    }
    return examples;
  }

  /** One for each sector. */
  private static List<List<Condition<RequestAttribute>>> singly(
      List<Condition<RequestAttribute>> alternative) {
    Optional<Condition<RequestAttribute>> sectors =
        alternative.stream().filter(it -> it.attribute() == RequestAttribute.SECTOR).findFirst();
    if (sectors.isEmpty()) {
      return List.of(alternative);
    }
    List<Condition<RequestAttribute>> rest =
        alternative.stream().filter(it -> !it.equals(sectors.get())).toList();
    return sectors.get().values().stream()
        .map(it -> with(rest, new Condition<>(RequestAttribute.SECTOR, List.of(it))))
        .toList();
  }

  private static List<Condition<RequestAttribute>> with(
      List<Condition<RequestAttribute>> conditions, Condition<RequestAttribute> more) {
    return Stream.concat(conditions.stream(), Stream.of(more)).toList();
  }
}
