package dev.terroir.policy.engine;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.LanguageGrade;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which deployments know which language how well, as sets made beforehand. Immutable. */
public final class Speakers {

  private final Map<String, Map<LanguageGrade, DeploymentSet>> atLeast = new HashMap<>();
  private final DeploymentSet everything;
  private final DeploymentSet nothing;

  public Speakers(Catalog catalog) {
    int size = catalog.deployments().size();
    this.everything = DeploymentSet.of(size, i -> true);
    this.nothing = DeploymentSet.of(size, i -> false);
    Set<String> languages = new HashSet<>();
    for (Deployment deployment : catalog.deployments()) {
      languages.addAll(catalog.grades().languages(deployment.model()));
    }
    languages.forEach(language -> atLeast.put(language, sets(catalog, language)));
  }

  private static Map<LanguageGrade, DeploymentSet> sets(Catalog catalog, String language) {
    int size = catalog.deployments().size();
    LanguageGrade[] grades = new LanguageGrade[size];
    for (int i = 0; i < size; i++) {
      grades[i] = catalog.grades().of(catalog.deployment(i).model(), language);
    }
    Map<LanguageGrade, DeploymentSet> sets = new EnumMap<>(LanguageGrade.class);
    for (LanguageGrade grade : LanguageGrade.values()) {
      sets.put(grade, DeploymentSet.of(size, i -> grades[i].compareTo(grade) >= 0));
    }
    return sets;
  }

  /** The deployments whose model knows {@code language} that well, or better. */
  public DeploymentSet atLeast(LanguageGrade grade, String language) {
    DeploymentSet unheardOf = grade == LanguageGrade.NONE ? everything : nothing;
    return atLeast.getOrDefault(language, Map.of()).getOrDefault(grade, unheardOf);
  }

  /** The deployments whose model knows {@code language} less well. */
  DeploymentSet below(LanguageGrade floor, String language) {
    return everything.andNot(atLeast(floor, language));
  }
}
