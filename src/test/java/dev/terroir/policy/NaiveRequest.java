package dev.terroir.policy;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.RequestAttribute;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The conditions of {@code when}, once more and plainly: see {@link NaiveEvaluator}. */
final class NaiveRequest {

  private static final Map<String, String> WIDER = wider();

  private final Facts facts;
  private final Claims claims;
  private final Function<List<String>, Set<String>> countries;

  NaiveRequest(Facts facts, Function<List<String>, Set<String>> countries) {
    this.facts = facts;
    this.claims = facts.claims();
    this.countries = countries;
  }

  /** Each class of data with the next wider one, as the description of the language lists them. */
  private static Map<String, String> wider() {
    Map<String, String> wider = new HashMap<>();
    for (String sensitive :
        List.of(
            "neural",
            "health",
            "biometric",
            "genetic",
            "criminal",
            "political",
            "religion",
            "ethnic",
            "sex-life",
            "trade-union")) {
      wider.put(sensitive, "sensitive");
    }
    for (String personal :
        List.of(
            "sensitive",
            "financial",
            "children",
            "professional-secret",
            "social",
            "location",
            "education-record",
            "communications",
            "subscriber",
            "marital",
            "public-register")) {
      wider.put(personal, "personal");
    }
    wider.put("patient-record", "health");
    wider.put("national-health-record", "patient-record");
    wider.put("core", "important");
    wider.put("payment-transaction", "financial");
    wider.put("credit-information", "financial");
    return wider;
  }

  boolean matches(Condition<RequestAttribute> condition) {
    List<String> values = condition.values();
    return switch (condition.attribute()) {
      case COUNTRY, STATE -> isBoundByAny(countries.apply(values));
      case SECTOR -> anyWord(claims.sectors(), values);
      case DATA -> holdsData(values) || showsData(values);
      case PURPOSE -> anyWord(claims.purposes(), values);
      case AUDIENCE ->
          claims.audiences().isEmpty()
              ? values.contains("public")
              : anyWord(claims.audiences(), values);
      case PAYER -> claims.payers().isEmpty() || anyWord(claims.payers(), values);
      case LANGUAGE -> values.contains(facts.language());
      case CAPABILITY -> anyWord(facts.capabilities(), values);
      case AGE_UNDER ->
          claims.age().isPresent() && claims.age().getAsInt() < Integer.parseInt(values.getFirst());
      case SUBJECTS_AT_LEAST ->
          claims.subjects().isEmpty()
              || claims.subjects().getAsLong() >= Long.parseLong(values.getFirst());
      case IDENTIFIER -> values.stream().anyMatch(kind -> facts.insight().kinds().contains(kind));
      case TENANT_KIND -> values.contains(NaiveEvaluator.word(facts.tenant().kind()));
      case TENANT_CONTROLLED_FROM ->
          facts.tenant().controlledFrom().stream().anyMatch(countries.apply(values)::contains);
      case TENANT_COUNTRY -> isHome(countries.apply(values));
      case TENANT_ESTABLISHED_IN -> {
        Set<String> named = countries.apply(values);
        yield isHome(named)
            || facts.tenant().control().establishedIn().stream().anyMatch(named::contains);
      }
      case TENANT_OWNED_FROM ->
          NaiveEvaluator.owned(
              facts.tenant().control(), countries.apply(values), condition.shareAtLeast());
    };
  }

  private boolean isHome(Set<String> named) {
    Jurisdiction home = facts.tenant().country();
    return named.contains(home.code()) || named.contains(home.country().code());
  }

  private static boolean anyWord(Collection<? extends Enum<?>> own, List<String> values) {
    return own.stream().anyMatch(constant -> values.contains(NaiveEvaluator.word(constant)));
  }

  private boolean isBoundByAny(Set<String> named) {
    return facts.jurisdictions().all().stream()
        .anyMatch(bound -> named.contains(bound.code()) || named.contains(bound.country().code()));
  }

  /** Nobody having said what the data is, it is personal; public only where it is nothing else. */
  private boolean holdsData(List<String> values) {
    if (claims.data().isEmpty()) {
      return values.contains("personal");
    }
    for (Enum<?> stated : claims.data()) {
      String dataClass = NaiveEvaluator.word(stated);
      boolean isOnlyPublic = claims.data().size() == 1;
      if (dataClass.equals("public") && !isOnlyPublic) {
        continue;
      }
      for (String at = dataClass; !at.isEmpty(); at = WIDER.getOrDefault(at, "")) {
        if (values.contains(at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What stands in the text says something of the data as well. */
  private boolean showsData(List<String> values) {
    Set<String> shown = new HashSet<>();
    for (String kind : facts.insight().kinds()) {
      shown.add(classOf(kind));
    }
    shown.remove("");
    boolean aboutPeople =
        (!shown.isEmpty() && !shown.equals(Set.of("legal-person")))
            || facts.insight().showsSomebody();
    if (aboutPeople) {
      shown.add("personal");
    }
    List<String> sectors = claims.sectors().stream().map(NaiveEvaluator::word).toList();
    if (aboutPeople && sectors.contains("health")) {
      shown.add("health");
    }
    if (aboutPeople
        && List.of("finance", "payments", "insurance").stream().anyMatch(sectors::contains)) {
      shown.add("financial");
    }
    if (aboutPeople && claims.age().isPresent() && claims.age().getAsInt() < 18) {
      shown.add("children");
    }
    for (String dataClass : shown) {
      for (String at = dataClass; !at.isEmpty(); at = WIDER.getOrDefault(at, "")) {
        if (values.contains(at)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String classOf(String kind) {
    if (Set.of("email", "phone", "ip").contains(kind)) {
      return "personal";
    }
    if (Set.of("DE.kvnr", "GB.nhs", "US.mbi", "AU.medicare", "NZ.nhi", "US.npi").contains(kind)) {
      return "health";
    }
    if (Set.of("ZZ.iban", "ZZ.pan-card", "NG.bvn").contains(kind)) {
      return "financial";
    }
    if (Set.of("BR.cnpj", "IN.gstin").contains(kind)) {
      return "legal-person";
    }
    return Set.of("credential", "person", "address").contains(kind) ? "" : "personal";
  }
}
