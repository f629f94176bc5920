package dev.terroir.policy.engine;

import dev.terroir.catalog.Capability;
import dev.terroir.jurisdiction.Places;
import dev.terroir.policy.facts.Bits;
import dev.terroir.policy.facts.Facts;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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
    return when.isAlways()
        ? RequestTest.ALWAYS
        : new RequestTest(when.alternatives().stream().map(this::allOf).toList());
  }

  private RequestTest.Alternative allOf(List<Condition<RequestAttribute>> conditions) {
    Bits masks = Bits.NONE;
    List<Predicate<Facts>> rest = new ArrayList<>();
    for (Condition<RequestAttribute> condition : conditions) {
      Bits mask = mask(condition);
      if (mask.equals(Bits.NONE)) {
        rest.add(test(condition));
      } else if (masks.sharesVocabulary(mask)) {
        rest.add(facts -> facts.meet(mask));
      } else {
        masks = masks.and(mask);
      }
    }
    return new RequestTest.Alternative(masks, List.copyOf(rest));
  }

  /** A condition over a closed vocabulary as a mask; no mask at all for any other. */
  private static Bits mask(Condition<RequestAttribute> condition) {
    List<String> values = condition.values();
    return switch (condition.attribute()) {
      case SECTOR -> Bits.NONE.withSectors(mask(Sector.class, values));
      case DATA -> Bits.NONE.withData(mask(DataClass.class, values));
      case PURPOSE -> Bits.NONE.withPurposes(mask(Purpose.class, values));
      case AUDIENCE -> Bits.NONE.withAudiences(mask(Audience.class, values));
      case PAYER -> Bits.NONE.withPayers(mask(Payer.class, values));
      case CAPABILITY -> Bits.NONE.withCapabilities(capabilities(values));
      case TENANT_KIND -> Bits.NONE.withTenantKinds(mask(TenantKind.class, values));
      case COUNTRY,
          STATE,
          LANGUAGE,
          AGE_UNDER,
          SUBJECTS_AT_LEAST,
          IDENTIFIER,
          TENANT_CONTROLLED_FROM,
          TENANT_COUNTRY,
          TENANT_ESTABLISHED_IN,
          TENANT_OWNED_FROM ->
          Bits.NONE;
    };
  }

  private Predicate<Facts> test(Condition<RequestAttribute> condition) {
    List<String> values = condition.values();
    return switch (condition.attribute()) {
      case COUNTRY, STATE -> bound(places.countries(values));
      case LANGUAGE -> language(Set.copyOf(values));
      case AGE_UNDER -> youngerThan(Integer.parseInt(values.getFirst()));
      case SUBJECTS_AT_LEAST -> subjects(Long.parseLong(values.getFirst()));
      case IDENTIFIER -> identifier(Set.copyOf(values));
      case TENANT_CONTROLLED_FROM -> tenantControl(places.countries(values));
      case TENANT_COUNTRY -> tenantHome(places.countries(values));
      case TENANT_ESTABLISHED_IN -> tenantEstablishment(places.countries(values));
      case TENANT_OWNED_FROM -> tenantOwners(places.countries(values), condition.shareAtLeast());
      case SECTOR, DATA, PURPOSE, AUDIENCE, PAYER, CAPABILITY, TENANT_KIND ->
          throw new IllegalStateException(condition.attribute() + " is a mask");
    };
  }

  private static Predicate<Facts> bound(Set<String> codes) {
    return facts -> facts.isBoundByAny(codes);
  }

  private static Predicate<Facts> language(Set<String> tags) {
    return facts -> tags.contains(facts.language());
  }

  private static Predicate<Facts> youngerThan(int years) {
    return facts -> facts.claims().age().orElse(Integer.MAX_VALUE) < years;
  }

  private static Predicate<Facts> subjects(long count) {
    return facts -> facts.subjects() >= count;
  }

  private static Predicate<Facts> identifier(Set<String> kinds) {
    return facts -> !Collections.disjoint(kinds, facts.insight().kinds());
  }

  private static Predicate<Facts> tenantControl(Set<String> countries) {
    return facts -> !Collections.disjoint(countries, facts.tenant().controlledFrom());
  }

  private static Predicate<Facts> tenantHome(Set<String> countries) {
    return facts -> facts.tenant().country().isAnyOf(countries);
  }

  private static Predicate<Facts> tenantEstablishment(Set<String> countries) {
    return facts ->
        !Collections.disjoint(countries, facts.tenant().control().establishedIn())
            || facts.tenant().country().isAnyOf(countries);
  }

  private static Predicate<Facts> tenantOwners(Set<String> countries, int share) {
    return facts -> facts.tenant().control().isOwnedFrom(countries, share);
  }

  private static <E extends Enum<E> & Word> long mask(Class<E> vocabulary, List<String> values) {
    long mask = 0;
    for (String value : values) {
      mask |= Word.find(vocabulary, value).orElseThrow().bit();
    }
    return mask;
  }

  private static long capabilities(List<String> values) {
    return Bits.ofCapabilities(
        values.stream().map(value -> Word.find(Capability.class, value).orElseThrow()).toList());
  }
}
