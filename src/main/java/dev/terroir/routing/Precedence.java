package dev.terroir.routing;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Hosting;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.facts.Facts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which of the lawful go first: by the tenant's preference, then its country's, then those whose
 * maker documents the language of the request, then by how near they are. Every step is an
 * intersection of sets made beforehand. Immutable.
 */
public final class Precedence {

  private final Catalog catalog;
  private final Map<String, DeploymentSet> speaking = new HashMap<>();
  private final Map<String, DeploymentSet> standingIn = new HashMap<>();
  private final DeploymentSet own;

  public Precedence(Catalog catalog) {
    this.catalog = catalog;
    this.own = select(it -> it.host().hosting() == Hosting.SELF);
    for (Deployment deployment : catalog.deployments()) {
      for (String language : deployment.model().languages()) {
        speaking.computeIfAbsent(
            language, tag -> select(it -> it.model().languages().contains(tag)));
      }
      if (deployment.locatedIn().size() == 1) {
        standingIn.computeIfAbsent(
            deployment.locatedIn().iterator().next(),
            place -> select(it -> it.locatedIn().equals(Set.of(place))));
      }
    }
  }

  private DeploymentSet select(Predicate<Deployment> predicate) {
    return DeploymentSet.of(
        catalog.deployments().size(), i -> predicate.test(catalog.deployment(i)));
  }

  /**
   * Those of {@code among} that nothing but their weights tells apart.
   *
   * @param among not empty
   */
  public DeploymentSet best(Verdict verdict, DeploymentSet among) {
    DeploymentSet best = verdict.tenantRanks().best(among);
    best = verdict.countryRanks().best(best);
    best = speaking(best, verdict.facts().language());
    return nearest(best, verdict.facts());
  }

  private DeploymentSet speaking(DeploymentSet among, String language) {
    DeploymentSet speakers = speaking.get(language);
    return speakers == null ? among : narrowed(among, speakers);
  }

  /** Our own machine in the country, another's there, our own elsewhere, another's elsewhere. */
  private DeploymentSet nearest(DeploymentSet among, Facts facts) {
    DeploymentSet here = standingIn.get(facts.jurisdictions().home().country().code());
    return narrowed(here == null ? among : narrowed(among, here), own);
  }

  /** Those of {@code among} that are in {@code better} too, or all of them where none is. */
  private static DeploymentSet narrowed(DeploymentSet among, DeploymentSet better) {
    DeploymentSet narrowed = among.and(better);
    return narrowed.isEmpty() ? among : narrowed;
  }

  /** Whether the maker of the deployment at {@code position} documents {@code language}. */
  public boolean speaks(int position, String language) {
    DeploymentSet speakers = speaking.get(language);
    return speakers != null && speakers.contains(position);
  }
}
