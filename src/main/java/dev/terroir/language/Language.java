package dev.terroir.language;

/**
 * The language of a text.
 *
 * @param tag the primary BCP-47 tag, or empty when it cannot be told
 * @param script the ISO 15924 name of the script in Java's spelling, as in {@code DEVANAGARI};
 *     where the characters tell, {@code HAN_SIMPLIFIED} or {@code HAN_TRADITIONAL}
 * @param confidence from 0 to 1
 */
public record Language(String tag, String script, double confidence) {

  public static final Language UNDETERMINED = new Language("", "UNKNOWN", 0);

  public boolean isDetermined() {
    return !tag.isEmpty();
  }
}
