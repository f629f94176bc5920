package dev.terroir.privacy.scan;

/**
 * How often something may still be done in one scan, so that what hostile text can make it spend is
 * bounded. Once it is used up the form of a number is enough: doubt protects.
 */
final class Allowance {

  private int left;

  Allowance(int left) {
    this.left = left;
  }

  /** Whether it may be done once more; counts it. */
  boolean take() {
    return left-- > 0;
  }
}
