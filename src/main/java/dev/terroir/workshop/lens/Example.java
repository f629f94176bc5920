package dev.terroir.workshop.lens;

import dev.terroir.catalog.Capability;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.Arrangements;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.Serving;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.rule.Testimony;
import dev.terroir.policy.vocabulary.Audience;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Payer;
import dev.terroir.policy.vocabulary.Purpose;
import dev.terroir.policy.vocabulary.RequestAttribute;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.policy.vocabulary.TenantKind;
import dev.terroir.policy.vocabulary.Word;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request that meets some conditions: of several words of a condition it has the first. Whoever
 * asks is a company at home, unless the conditions say otherwise. Immutable.
 */
record Example(List<Condition<RequestAttribute>> conditions) {

  /** The request's own words; personal data where the conditions ask for none. */
  Claims claims() {
    Set<DataClass> data = words(RequestAttribute.DATA, DataClass.class);
    return new Claims(
        codes(RequestAttribute.COUNTRY, RequestAttribute.STATE).map(Jurisdiction::new).toList(),
        words(RequestAttribute.SECTOR, Sector.class),
        data.isEmpty() ? Set.of(DataClass.PERSONAL) : data,
        words(RequestAttribute.PURPOSE, Purpose.class),
        words(RequestAttribute.AUDIENCE, Audience.class),
        words(RequestAttribute.PAYER, Payer.class),
        Set.of(),
        values(RequestAttribute.LANGUAGE).findFirst(),
        values(RequestAttribute.AGE_UNDER)
            .map(years -> OptionalInt.of(Integer.parseInt(years) - 1))
            .findFirst()
            .orElse(OptionalInt.empty()),
        values(RequestAttribute.SUBJECTS_AT_LEAST)
            .map(count -> OptionalLong.of(Long.parseLong(count)))
            .findFirst()
            .orElse(OptionalLong.empty()));
  }

  Set<String> identifiers() {
    return values(RequestAttribute.IDENTIFIER).collect(Collectors.toSet());
  }

  Set<Capability> needs() {
    return words(RequestAttribute.CAPABILITY, Capability.class);
  }

  Tenant tenant(Jurisdiction home) {
    Set<String> own = Set.of(home.country().code());
    Set<String> owners =
        codes(RequestAttribute.TENANT_CONTROLLED_FROM, RequestAttribute.TENANT_OWNED_FROM)
            .collect(Collectors.toSet());
    Set<String> seats = codes(RequestAttribute.TENANT_ESTABLISHED_IN).collect(Collectors.toSet());
    return new Tenant(
        new TenantId("example"),
        codes(RequestAttribute.TENANT_COUNTRY).findFirst().map(Jurisdiction::new).orElse(home),
        words(RequestAttribute.TENANT_KIND, TenantKind.class).stream()
            .findFirst()
            .orElse(TenantKind.COMPANY),
        new Control(owners.isEmpty() ? own : owners, Map.of(), seats.isEmpty() ? own : seats),
        Testimony.OF_REQUESTS,
        Arrangements.NONE,
        Serving.PLAIN);
  }

  private <E extends Enum<E>> Set<E> words(RequestAttribute attribute, Class<E> vocabulary) {
    return values(attribute)
        .flatMap(word -> Word.find(vocabulary, word).stream())
        .collect(Collectors.toSet());
  }

  private Stream<String> codes(RequestAttribute... attributes) {
    return Stream.of(attributes).flatMap(this::values).filter(Jurisdiction::isCode);
  }

  /** The first value of every condition on {@code attribute}. */
  private Stream<String> values(RequestAttribute attribute) {
    return conditions.stream()
        .filter(condition -> condition.attribute() == attribute)
        .map(condition -> condition.values().getFirst());
  }
}
