package dev.terroir.identity;

/** The id of a tenant: the name of its file. */
public record TenantId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
