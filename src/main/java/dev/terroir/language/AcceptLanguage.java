package dev.terroir.language;

import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code Accept-Language} (RFC 9110, 12.5.4), as callers send it: what cannot be understood
 * is passed over, and no more than its beginning is read.
 */
final class AcceptLanguage {

  private static final int MOST_READ = 512;

  private AcceptLanguage() {}

  /** The first tag that is wanted at all and is a language, as its primary tag. */
  static Optional<String> first(String header) {
    String read = header.substring(0, Math.min(header.length(), MOST_READ));
    for (String range : read.split(",", -1)) {
      int parameters = range.indexOf(';');
      String tag = Tags.primary(parameters < 0 ? range : range.substring(0, parameters));
      if (!tag.isEmpty() && (parameters < 0 || isWanted(range.substring(parameters)))) {
        return Optional.of(tag);
      }
    }
    return Optional.empty();
  }

  /** Not where its weight is zero, or none. */
  private static boolean isWanted(String parameters) {
    for (String parameter : parameters.split(";", -1)) {
      String stripped = parameter.strip().toLowerCase(Locale.ROOT);
      if (stripped.startsWith("q=")) {
        return isPositive(stripped.substring(2).strip());
      }
    }
    return true;
  }

  private static boolean isPositive(String weight) {
    boolean isNumber = !weight.isEmpty() && weight.chars().allMatch(c -> c == '.' || isDigit(c));
    return isNumber && weight.chars().anyMatch(c -> c > '0' && isDigit(c));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
