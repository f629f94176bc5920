package dev.terroir.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tags of languages, one for each: of two letters where ISO 639-1 has one. */
final class Tags {

  /** Java still lists the codes that were withdrawn. */
  private static final Set<String> WITHDRAWN = Set.of("in", "iw", "ji", "jw", "mo");

  private static final Set<String> TWO_LETTERS =
      Arrays.stream(Locale.getISOLanguages())
          .filter(code -> !WITHDRAWN.contains(code))
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, String> SHORTER = shorter();

  private Tags() {}

  private static Map<String, String> shorter() {
    Map<String, String> shorter = new HashMap<>();
    TWO_LETTERS.forEach(code -> shorter.put(Locale.of(code).getISO3Language(), code));
    shorter.putAll(
        Map.ofEntries(
            Map.entry("cmn", "zh"),
            Map.entry("pes", "fa"),
            Map.entry("arb", "ar"),
            Map.entry("swh", "sw"),
            Map.entry("zsm", "ms"),
            Map.entry("quz", "qu"),
            Map.entry("npi", "ne"),
            Map.entry("ekk", "et"),
            Map.entry("lvs", "lv"),
            Map.entry("nob", "nb"),
            Map.entry("plt", "mg"),
            Map.entry("nor", "nb"),
            Map.entry("no", "nb"),
            Map.entry("fil", "tl"),
            Map.entry("iw", "he"),
            Map.entry("in", "id"),
            Map.entry("ji", "yi"),
            Map.entry("jw", "jv"),
            Map.entry("mo", "ro")));
    return shorter;
  }

  /**
   * The primary tag of what somebody calls a language, or empty where it is none: {@code deu},
   * {@code de-AT} and {@code DE} are all {@code de}.
   */
  static String primary(String code) {
    String first = code.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    String tag = SHORTER.getOrDefault(first, first);
    boolean isLanguage =
        TWO_LETTERS.contains(tag)
            || (tag.length() == 3 && tag.chars().allMatch(c -> c >= 'a' && c <= 'z'));
    return isLanguage ? tag : "";
  }
}
