package dev.terroir.catalog;

/**
 * How large a model is, by total parameters: small up to 15 billion, medium up to 80, large up to
 * 300, frontier above that or a maker's closed flagship.
 */
public enum Tier {
  SMALL,
  MEDIUM,
  LARGE,
  FRONTIER
}
