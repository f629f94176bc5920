package dev.terroir.privacy.pseudonym;

import java.util.Locale;

/**
 * What stands in a text in place of a value: {@code <EMAIL_1>}.
 *
 * @param label the kind of the value, in upper case with underscores
 * @param number by the order in which values of the kind appear, from 1
 */
public record Placeholder(String label, int number) {

  static final int LONGEST_LABEL = 32;
  static final int MOST_DIGITS = 7;

  /** The label of {@code kind}: {@code DE_STEUER_ID} of {@code DE.steuer-id}. */
  static String label(String kind) {
    String plain = kind.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    return plain.substring(0, Math.min(plain.length(), LONGEST_LABEL));
  }

  /** As it stands in texts. */
  @Override
  public String toString() {
    return "<" + bare() + ">";
  }

  /** Without the brackets, where only letters, digits and underscores are allowed. */
  public String bare() {
    return label + "_" + number;
  }
}
