package dev.terroir.config.files;

import dev.terroir.catalog.HostId;
import dev.terroir.catalog.LanguageGrade;
import dev.terroir.catalog.Retention;
import dev.terroir.config.yaml.Element;
import dev.terroir.identity.StoredKey;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.Arrangements;
import dev.terroir.policy.rule.Serving;
import dev.terroir.policy.rule.Speech;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.rule.Testimony;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.TenantKind;
import dev.terroir.policy.vocabulary.Word;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the files of tenants. Used once. */
final class TenantFiles {

  private final Map<TenantId, Tenant> tenants = new LinkedHashMap<>();
  private final Map<String, StoredKey> keys = new LinkedHashMap<>();
  private final List<Fault> faults;
  private final Map<String, Origin> origins;

  TenantFiles(List<Fault> faults, Map<String, Origin> origins) {
    this.faults = faults;
    this.origins = origins;
  }

  Map<TenantId, Tenant> tenants() {
    return tenants;
  }

  List<StoredKey> keys() {
    return List.copyOf(keys.values());
  }

  void read(Element file) {
    TenantId id = new TenantId(file.text("tenant"));
    String subject = Subjects.tenant(id);
    Optional<Jurisdiction> country = Jurisdiction.parse(file.text("country"));
    if (country.isEmpty()) {
      faults.add(
          file.get("country").fault("no country has the code `" + file.text("country") + "`"));
      return;
    }
    tenants.put(
        id,
        new Tenant(
            id,
            country.get(),
            Word.find(TenantKind.class, file.text("kind")).orElseThrow(),
            control(file, country.get()),
            new Testimony(ClaimsOfFile.read(file.get("facts")), mayAssert(file)),
            new Arrangements(agreements(file), safeguards(file)),
            serving(file, subject)));
    origins.put(subject, file.origin());
    Origins.words(subject, file, "safeguards", origins);
    for (Element agreement : file.get("agreements").items()) {
      String with = Subjects.word(subject, "agreements", agreement.text("host"));
      Origins.words(with, agreement, "has", origins);
    }
    file.get("keys").items().forEach(key -> key(key, id));
  }

  private Serving serving(Element file, String subject) {
    return new Serving(
        file.get("models").isPresent()
            ? Optional.of(Set.copyOf(file.texts("models")))
            : Optional.empty(),
        file.text("on-refusal").equals("substitute"),
        Rules.preferences(file, subject, origins),
        speech(file),
        file.optional("keep-responses", Retention::new));
  }

  /** What a tenant's file, or a scenario, says of languages. */
  static Speech speech(Element element) {
    return new Speech(
        element.optional("usual-language", text -> text.split("-", 2)[0]),
        element.optional("language-floor", text -> ModelFiles.word(LanguageGrade.class, text)));
  }

  private static Control control(Element file, Jurisdiction home) {
    return new Control(
        Set.copyOf(file.texts("controlled-from")),
        HostFiles.shares(file.get("owners")),
        file.get("established-in").isPresent()
            ? Set.copyOf(file.texts("established-in"))
            : Set.of(home.country().code()));
  }

  private Map<String, InForce> safeguards(Element file) {
    Map<String, InForce> safeguards = new HashMap<>();
    for (Element safeguard : file.get("safeguards").items()) {
      if (safeguard.isMap()) {
        safeguards.put(
            safeguard.text("id"),
            new InForce(
                Rules.date(safeguard, "from", faults), Rules.date(safeguard, "until", faults)));
      } else {
        safeguards.put(safeguard.text(), InForce.ALWAYS);
      }
    }
    return safeguards;
  }

  private static Set<Claim> mayAssert(Element file) {
    return file.texts("may-assert").stream()
        .flatMap(text -> Word.find(Claim.class, text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What a tenant's file, or a scenario, says of agreements. */
  static Map<HostId, Set<String>> agreements(Element file) {
    Map<HostId, Set<String>> agreements = new HashMap<>();
    for (Element agreement : file.get("agreements").items()) {
      agreements.put(new HostId(agreement.text("host")), Set.copyOf(agreement.texts("has")));
    }
    return agreements;
  }

  private void key(Element element, TenantId tenant) {
    StoredKey key = stored(element, tenant, faults);
    origins.put(Subjects.key(key.id()), element.origin());
    if (keys.putIfAbsent(key.sha256(), key) != null) {
      faults.add(element.get("sha256").fault("this key is there twice: every key has one owner"));
    }
  }

  /** A key as it stands in a file: of a tenant, or of an operator of this cell. */
  static StoredKey stored(Element element, TenantId tenant, List<Fault> faults) {
    return new StoredKey(
        tenant + "/" + element.text("id"),
        tenant,
        element.text("sha256"),
        Rules.date(element, "expires", faults),
        element.flag("development"));
  }
}
