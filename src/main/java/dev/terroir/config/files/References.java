package dev.terroir.config.files;

import dev.terroir.config.yaml.Element;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.RequestAttribute;
import dev.terroir.policy.vocabulary.Suggestion;
import dev.terroir.policy.vocabulary.Word;
import dev.terroir.privacy.identifier.NationalIdentifiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that what conditions name exists, and that each condition stands where it has a meaning.
 */
final class References {

  private final Set<String> blocs;
  private final Map<DeploymentAttribute, Set<String>> ids;
  private final List<Fault> faults;

  /**
   * @param blocs the ids of all blocs
   * @param ids for {@code maker}, {@code model} and {@code host}, those that exist
   */
  References(Set<String> blocs, Map<DeploymentAttribute, Set<String>> ids, List<Fault> faults) {
    this.blocs = blocs;
    this.ids = ids;
    this.faults = faults;
  }

  void checkPolicy(Element file) {
    for (Element bloc : file.get("follows").items()) {
      if (!blocs.contains(bloc.text())) {
        faults.add(
            bloc.fault("no bloc `" + bloc.text() + "`" + Suggestion.phrase(bloc.text(), blocs)));
      }
    }
    file.get("rules").items().forEach(this::checkRule);
    file.get("exports").items().forEach(this::checkRule);
    places(file.get("serves").get("in"));
    places(file.get("serves").get("outside"));
    checkPreferences(file.get("prefer"));
  }

  void checkPreferences(Element prefer) {
    for (Element preference : prefer.items()) {
      preference.get("when").items().forEach(this::checkRequest);
      preference.get("order").items().forEach(order -> checkDeployment(order, false));
    }
  }

  private void checkRule(Element rule) {
    rule.get("when").items().forEach(this::checkRequest);
    rule.get("where").items().forEach(where -> checkDeployment(where, false));
    rule.get("require").items().forEach(require -> checkDeployment(require, true));
    places(rule.get("to").get("in"));
    places(rule.get("to").get("outside"));
  }

  private void checkRequest(Element alternative) {
    for (Map.Entry<String, Element> entry : alternative.entries()) {
      Optional<RequestAttribute> attribute = Word.find(RequestAttribute.class, entry.getKey());
      if (attribute.isEmpty()) {
        continue;
      }
      switch (attribute.get()) {
        case COUNTRY,
            STATE,
            TENANT_CONTROLLED_FROM,
            TENANT_COUNTRY,
            TENANT_ESTABLISHED_IN,
            TENANT_OWNED_FROM ->
            places(entry.getValue());
        case IDENTIFIER -> identifiers(entry.getValue());
        case SECTOR,
            DATA,
            PURPOSE,
            AUDIENCE,
            LANGUAGE,
            CAPABILITY,
            AGE_UNDER,
            PAYER,
            SUBJECTS_AT_LEAST,
            TENANT_KIND -> {}
      }
    }
  }

  private void checkDeployment(Element alternative, boolean required) {
    for (Map.Entry<String, Element> entry : alternative.entries()) {
      Optional<DeploymentAttribute> attribute =
          Word.find(DeploymentAttribute.class, entry.getKey());
      if (attribute.isPresent()) {
        checkDeployment(attribute.get(), entry.getValue(), required);
      }
    }
  }

  private void checkDeployment(DeploymentAttribute attribute, Element value, boolean required) {
    switch (attribute) {
      case LOCATED_IN,
          LOCATED_OUTSIDE,
          STORED_IN,
          STORED_OUTSIDE,
          CONTROLLED_FROM,
          CONTROLLED_OUTSIDE,
          ESTABLISHED_IN,
          OWNED_FROM,
          ACCESSED_FROM,
          ACCESSED_OUTSIDE,
          MADE_IN,
          MADE_OUTSIDE ->
          places(value);
      case MAKER, MODEL, HOST -> known(value, ids.getOrDefault(attribute, Set.of()), attribute);
      case AGREEMENT, CONSENT, SAFEGUARD -> {
        if (!required) {
          faults.add(value.fault("`" + attribute.word() + "` can only stand in `require`"));
        }
      }
      case CERTIFIED,
          RETENTION_AT_MOST,
          TRAINS_ON_PROMPTS,
          WEIGHTS,
          TIER,
          HOSTING,
          APPROVED_BY,
          SPEAKS,
          REGION -> {}
    }
  }

  private void identifiers(Element value) {
    for (Element item : value.items()) {
      if (!NationalIdentifiers.ids().contains(item.text())) {
        String suggestion = Suggestion.phrase(item.text(), NationalIdentifiers.ids());
        faults.add(item.fault("no identifier `" + item.text() + "` is known" + suggestion));
      }
    }
  }

  private void known(Element value, Set<String> known, DeploymentAttribute attribute) {
    for (Element item : value.items()) {
      if (!known.contains(item.text())) {
        String suggestion = Suggestion.phrase(item.text(), known);
        faults.add(item.fault("no " + attribute.word() + " `" + item.text() + "`" + suggestion));
      }
    }
  }

  /** The places of a deployment or of a site. */
  void checkSite(Element site) {
    places(site.get("located-in"));
    places(site.get("stored-in"));
  }

  void checkScenarios(Element file) {
    for (Element fixture : file.get("fixtures").items()) {
      checkSite(fixture);
    }
    for (Element scenario : file.get("scenarios").items()) {
      identifiers(scenario.get("request").get("identifiers"));
      for (Element agreement : scenario.get("request").get("agreements").items()) {
        host(agreement.get("host"));
      }
    }
  }

  void checkEvidence(Element file) {
    Set<String> models = ids.getOrDefault(DeploymentAttribute.MODEL, Set.of());
    for (Element item : file.get("evidence").items()) {
      known(item.get("model"), models, DeploymentAttribute.MODEL);
    }
  }

  /** A host, or one that exists only for scenarios. */
  void host(Element value) {
    boolean isFixture = value.text().startsWith("test");
    if (!isFixture) {
      known(value, ids.getOrDefault(DeploymentAttribute.HOST, Set.of()), DeploymentAttribute.HOST);
    }
  }

  /** Countries and blocs: one, a list, or the list {@code in} a map. */
  void places(Element value) {
    Element named = value.isMap() ? value.get("in") : value;
    for (Element item : named.items()) {
      if (!blocs.contains(item.text()) && Jurisdiction.parse(item.text()).isEmpty()) {
        String suggestion = Suggestion.phrase(item.text(), blocs);
        faults.add(item.fault("no country or bloc `" + item.text() + "`" + suggestion));
      }
    }
  }
}
