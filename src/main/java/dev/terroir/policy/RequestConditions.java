package dev.terroir.policy;

import dev.terroir.catalog.Capability;
import dev.terroir.jurisdiction.Places;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.Audience;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Payer;
import dev.terroir.policy.vocabulary.Purpose;
import dev.terroir.policy.vocabulary.RequestAttribute;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.policy.vocabulary.TenantKind;
import dev.terroir.policy.vocabulary.Word;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compiles {@code when}. A condition on a fact that may have several values holds when one of them
 * is among those named.
 */
final class RequestConditions {

  private final Places places;

  RequestConditions(Places places) {
    this.places = places;
  }

  RequestTest compile(AnyOf<RequestAttribute> when) {
    return when.alternatives().stream()
        .map(this::allOf)
        .reduce(RequestTest::or)
        .orElse(RequestTest.ALWAYS);
  }

  private RequestTest allOf(List<Condition<RequestAttribute>> conditions) {
    return conditions.stream()
        .map(condition -> test(condition.attribute(), condition.values()))
        .reduce(RequestTest::and)
        .orElse(RequestTest.ALWAYS);
  }

  private RequestTest test(RequestAttribute attribute, List<String> values) {
    return switch (attribute) {
      case COUNTRY, STATE -> bound(places.countries(values));
      case SECTOR -> sector(mask(Sector.class, values));
      case DATA -> data(values);
      case PURPOSE -> purpose(mask(Purpose.class, values));
      case AUDIENCE -> audience(mask(Audience.class, values));
      case PAYER -> payer(mask(Payer.class, values));
      case LANGUAGE -> language(Set.copyOf(values));
      case CAPABILITY -> capability(words(Capability.class, values));
      case AGE_UNDER -> youngerThan(Integer.parseInt(values.getFirst()));
      case SUBJECTS_AT_LEAST -> subjects(Long.parseLong(values.getFirst()));
      case IDENTIFIER -> identifier(Set.copyOf(values));
      case TENANT_KIND -> tenantKind(words(TenantKind.class, values));
      case TENANT_CONTROLLED_FROM -> tenantControl(places.countries(values));
    };
  }

  private static RequestTest bound(Set<String> codes) {
    return facts -> facts.isBoundByAny(codes);
  }

  private static RequestTest sector(long mask) {
    return facts -> (facts.bits().sectors() & mask) != 0;
  }

  private static RequestTest data(List<String> values) {
    long mask = mask(DataClass.class, values);
    return facts -> (facts.bits().data() & mask) != 0;
  }

  private static RequestTest purpose(long mask) {
    return facts -> (facts.bits().purposes() & mask) != 0;
  }

  private static RequestTest audience(long mask) {
    return facts -> (facts.bits().audiences() & mask) != 0;
  }

  private static RequestTest payer(long mask) {
    return facts -> (facts.bits().payers() & mask) != 0;
  }

  private static RequestTest language(Set<String> tags) {
    return facts -> tags.contains(facts.language());
  }

  private static RequestTest capability(Set<Capability> capabilities) {
    return facts -> !Collections.disjoint(capabilities, facts.capabilities());
  }

  private static RequestTest youngerThan(int years) {
    return facts -> facts.claims().age().orElse(Integer.MAX_VALUE) < years;
  }

  private static RequestTest subjects(long count) {
    return facts -> facts.subjects() >= count;
  }

  private static RequestTest identifier(Set<String> kinds) {
    return facts -> !Collections.disjoint(kinds, facts.insight().identifiers());
  }

  private static RequestTest tenantKind(Set<TenantKind> kinds) {
    return facts -> kinds.contains(facts.tenant().kind());
  }

  private static RequestTest tenantControl(Set<String> countries) {
    return facts -> !Collections.disjoint(countries, facts.tenant().controlledFrom());
  }

  private static <E extends Enum<E> & Word> long mask(Class<E> vocabulary, List<String> values) {
    return words(vocabulary, values).stream().mapToLong(Word::bit).reduce(0, (a, b) -> a | b);
  }

  private static <E extends Enum<E>> Set<E> words(Class<E> vocabulary, Collection<String> values) {
    return values.stream()
        .map(value -> Word.find(vocabulary, value).orElseThrow())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(vocabulary)));
  }
}
