package dev.terroir.routing;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Hosting;
import dev.terroir.catalog.LanguageGrade;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.engine.Speakers;
import dev.terroir.policy.facts.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which of the lawful go first: by the tenant's preference, then its country's, then those that are
 * known best in the language of the request, then by how near they are. Every step is an
 * intersection of sets made beforehand. Immutable.
 */
public final class Precedence {

  private static final List<LanguageGrade> DOWNWARDS =
      List.of(LanguageGrade.FLUENT, LanguageGrade.DOCUMENTED, LanguageGrade.WEAK);

  private final Catalog catalog;
  private final Speakers speakers;
  private final Map<String, DeploymentSet> standingIn = new HashMap<>();
  private final DeploymentSet own;

  public Precedence(Catalog catalog) {
    this.catalog = catalog;
    this.speakers = new Speakers(catalog);
    this.own = select(it -> it.host().hosting() == Hosting.SELF);
    for (Deployment deployment : catalog.deployments()) {
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
   * Those of {@code among} that nothing but their weights tells apart. The language of the request
   * is asked for only where the preferences leave more than one, since telling it reads the text.
   *
   * @param among not empty
   */
  public DeploymentSet best(Verdict verdict, DeploymentSet among) {
    DeploymentSet best = verdict.tenantRanks().best(among);
    best = verdict.countryRanks().best(best);
    if (best.size() == 1) {
      return best;
    }
    best = mostFluent(best, verdict.facts().language());
    return nearest(best, verdict.facts());
  }

  /** Those of the highest grade that there is among them. */
  private DeploymentSet mostFluent(DeploymentSet among, String language) {
    if (language.isEmpty()) {
      return among;
    }
    for (LanguageGrade grade : DOWNWARDS) {
      DeploymentSet best = among.and(speakers.atLeast(grade, language));
      if (!best.isEmpty()) {
        return best;
      }
    }
    return among;
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

  /** Whether the model at {@code position} is documented for {@code language}, or better. */
  public boolean speaks(int position, String language) {
    return speakers.atLeast(LanguageGrade.DOCUMENTED, language).contains(position);
  }
}
