package dev.terroir.catalog;

/** The id of a deployment: a site and a model, as in {@code scaleway-par/mistral-medium-3.5}. */
public record DeploymentId(String value) implements Comparable<DeploymentId> {
  @Override
  public int compareTo(DeploymentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
