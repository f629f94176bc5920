package dev.terroir.jurisdiction;

import java.util.Optional;
import java.util.Set;

/**
 * A place that makes law: a country as ISO 3166-1 alpha-2 ({@code DE}) or a subdivision as ISO
 * 3166-2 ({@code US-CA}).
 *
 * <p>Codes are matched as they are written and never folded: upper-casing would turn the ligature
 * {@code U+FB01} into Finland and {@code U+00DF} into South Sudan.
 */
public record Jurisdiction(String code) implements Comparable<Jurisdiction> {

  private static final int COUNTRY = 2;
  private static final int LONGEST = 6;

  /**
   * @throws IllegalArgumentException when {@code code} is not the code of a country or subdivision
   */
  public Jurisdiction {
    if (!isCode(code)) {
      throw new IllegalArgumentException("not a country code: `" + code + "`");
    }
  }

  /** The jurisdiction that {@code raw} names exactly, or nothing. */
  public static Optional<Jurisdiction> parse(String raw) {
    return isCode(raw) ? Optional.of(new Jurisdiction(raw)) : Optional.empty();
  }

  /** Whether {@code raw} has the form {@code [A-Z]{2}(-[A-Z0-9]{1,3})?} and its country exists. */
  public static boolean isCode(String raw) {
    int length = raw.length();
    if (length < COUNTRY || length > LONGEST || length == COUNTRY + 1) {
      return false;
    }
    for (int i = COUNTRY + 1; i < length; i++) {
      char c = raw.charAt(i);
      if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return (length == COUNTRY || raw.charAt(COUNTRY) == '-')
        && Iso3166.isCountry(raw.substring(0, COUNTRY));
  }

  /** The country itself, or the country that this is a subdivision of. */
  public Jurisdiction country() {
    return isSubdivision() ? new Jurisdiction(code.substring(0, COUNTRY)) : this;
  }

  public boolean isSubdivision() {
    return code.length() > COUNTRY;
  }

  /** Whether {@code codes} name this, or the country that this is a subdivision of. */
  public boolean isAnyOf(Set<String> codes) {
    return codes.contains(code) || (isSubdivision() && codes.contains(code.substring(0, COUNTRY)));
  }

  @Override
  public int compareTo(Jurisdiction other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
