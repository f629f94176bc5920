package dev.terroir.protection;

import dev.terroir.chat.TextRewriting.Field;
import dev.terroir.privacy.names.KeyWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a field of structured data is called, as words that announce its value in a text. */
final class Heading {

  /** Behind a longer one nothing stands near its beginning any more. */
  private static final int LONGEST = 60;

  private Heading() {}

  /**
   * The key, and the words of it and of the one around it in the ways in which they may be written:
   * {@code taxId} is a "tax id", a "tax-id" or a "taxid", and of {@code ssns} each is an "ssn"; and
   * what a value beside it calls it. The likeliest stands last, nearest to the value.
   */
  static String of(Field field) {
    List<String> words = new ArrayList<>(KeyWords.words(field.parent()));
    words.addAll(KeyWords.words(field.key()));
    String spaced = String.join(" ", words);
    Set<String> ways = new LinkedHashSet<>();
    ways.add(field.key());
    ways.add(String.join("", words));
    ways.add(String.join("-", words));
    ways.remove(spaced);
    ways.add(spaced);
    if (spaced.endsWith("s")) {
      ways.add(spaced.substring(0, spaced.length() - 1));
    }
    ways.add(field.label());
    return ways.stream().map(Heading::bounded).collect(Collectors.joining(" ")).strip();
  }

  private static String bounded(String way) {
    return way.substring(Math.max(0, way.length() - LONGEST));
  }
}
