package dev.terroir.catalog;

/** The id of a model, as in {@code mistral-medium-3.5}. */
public record ModelId(String value) implements Comparable<ModelId> {
  @Override
  public int compareTo(ModelId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
