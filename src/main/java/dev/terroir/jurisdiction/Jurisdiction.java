package dev.terroir.jurisdiction;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place that makes law: a country as ISO 3166-1 alpha-2 ({@code DE}) or a subdivision as ISO
 * 3166-2 ({@code US-CA}).
 *
 * <p>Codes are matched as they are written and never folded: upper-casing would turn the ligature
 * {@code U+FB01} into Finland and {@code U+00DF} into South Sudan.
 */
public record Jurisdiction(String code) implements Comparable<Jurisdiction> {

  private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

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

  private static boolean isCode(String raw) {
    return CODE.matcher(raw).matches() && Iso3166.isCountry(raw.substring(0, 2));
  }

  /** The country itself, or the country that this is a subdivision of. */
  public Jurisdiction country() {
    return isSubdivision() ? new Jurisdiction(code.substring(0, 2)) : this;
  }

  public boolean isSubdivision() {
    return code.length() > 2;
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
