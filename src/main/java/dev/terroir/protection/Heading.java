package dev.terroir.protection;

import dev.terroir.chat.TextRewriting.Field;
import dev.terroir.privacy.names.KeyWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a field of structured data is called, as words that announce its value in a text. */
final class Heading {

  /** Behind a longer key nothing stands near its beginning any more. */
  private static final int LONGEST_KEY = 40;

  private Heading() {}

  /**
   * The key, and the words of it and of the one around it in the ways in which they may be written:
   * {@code taxId} is a "tax id", a "tax-id" or a "taxid", and of {@code ssns} each is an "ssn". The
   * likeliest stands last, nearest to the value.
   */
  static String of(Field field) {
    List<String> words = new ArrayList<>(KeyWords.words(field.parent()));
    words.addAll(KeyWords.words(field.key()));
    Set<String> ways = new LinkedHashSet<>();
    ways.add(field.key().substring(0, Math.min(field.key().length(), LONGEST_KEY)));
    ways.add(String.join("", words));
    ways.add(String.join("-", words));
    String spaced = String.join(" ", words);
    ways.remove(spaced);
    ways.add(spaced);
    if (spaced.endsWith("s")) {
      ways.add(spaced.substring(0, spaced.length() - 1));
    }
    return String.join(" ", ways);
  }
}
