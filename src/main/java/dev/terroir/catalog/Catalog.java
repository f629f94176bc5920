package dev.terroir.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The models and deployments of one snapshot; a deployment is known by its place in the list. */
public final class Catalog {

  private final SortedMap<ModelId, Model> models = new TreeMap<>();
  private final List<Deployment> deployments;
  private final Map<DeploymentId, Integer> positions = new HashMap<>();

  private final LanguageGrades grades;

  /** With what the makers say about languages. */
  public Catalog(Collection<Model> models, Collection<Deployment> deployments) {
    this(models, deployments, LanguageGrades.OF_MAKERS);
  }

  public Catalog(
      Collection<Model> models, Collection<Deployment> deployments, LanguageGrades grades) {
    this.grades = grades;
    models.forEach(model -> this.models.put(model.id(), model));
    List<Deployment> sorted = new ArrayList<>(deployments);
    sorted.sort(Comparator.comparing(Deployment::id));
    this.deployments = List.copyOf(sorted);
    for (int i = 0; i < sorted.size(); i++) {
      positions.put(sorted.get(i).id(), i);
    }
  }

  public Collection<Model> models() {
    return models.values();
  }

  /** How well each model knows each language. */
  public LanguageGrades grades() {
    return grades;
  }

  public Optional<Model> model(ModelId id) {
    return Optional.ofNullable(models.get(id));
  }

  /** Sorted by id. */
  public List<Deployment> deployments() {
    return deployments;
  }

  public Deployment deployment(int position) {
    return deployments.get(position);
  }

  public Optional<Integer> position(DeploymentId id) {
    return Optional.ofNullable(positions.get(id));
  }
}
