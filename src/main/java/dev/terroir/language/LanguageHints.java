package dev.terroir.language;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of the language of somebody whose text does not show it. A hint is never more than
 * that: it must be a language that the text's script allows, and it says nothing about a country.
 *
 * @param acceptLanguage the header of that name, as it came; may be empty
 * @param usual the language that most of a tenant's requests are in
 */
public record LanguageHints(String acceptLanguage, Optional<String> usual) {

  public static final LanguageHints NONE = new LanguageHints("", Optional.empty());

  /** How sure a hint is. */
  private static final double CONFIDENCE = 0.1;

  private static final Set<String> CHINESE = Set.of("zh", "ja", "yue");

  /** The language of a text that is {@code undetermined} by itself. */
  public Language settle(Language undetermined) {
    return Stream.concat(AcceptLanguage.first(acceptLanguage).stream(), usual.stream())
        .map(Tags::primary)
        .filter(tag -> !tag.isEmpty() && isWrittenIn(undetermined.script(), tag))
        .findFirst()
        .map(tag -> new Language(tag, undetermined.script(), CONFIDENCE))
        .orElse(undetermined);
  }

  /** People write their language in Latin letters too. */
  private static boolean isWrittenIn(String script, String tag) {
    return switch (script) {
      case "LATIN", "UNKNOWN" -> true;
      case "HAN" -> CHINESE.contains(tag);
      default -> Alphabets.languages(UnicodeScript.valueOf(script)).contains(tag);
    };
  }
}
