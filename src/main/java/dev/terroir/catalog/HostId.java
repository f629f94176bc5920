package dev.terroir.catalog;

/** The id of a host: the name of its file. */
public record HostId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
