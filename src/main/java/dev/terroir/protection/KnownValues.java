package dev.terroir.protection;

import dev.terroir.privacy.EscapedText;
import dev.terroir.privacy.Finding;
import dev.terroir.privacy.pseudonym.Pseudonyms;
import dev.terroir.privacy.scan.ScannedTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a request, so that its caller knows it. Values and numbers are looked up, however
 * they are spelt, and credentials as they are; what stands inside of something else is searched for
 * as long as little has been searched. After that it counts as unknown: doubt protects. Used from
 * one thread at a time.
 */
final class KnownValues {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]++");

  /** The kind of which every sign counts. */
  private static final String CREDENTIAL = "credential";

  /** What parts the groups of a number. */
  private static final Pattern GAP = Pattern.compile("[ ./()+-]{1,3}");

  private static final int LONGEST_NUMBER = 64;

  /** How many characters are searched in all. */
  private static final int MOST_SEARCHED = 1 << 20;

  private final List<String> texts;
  private final int length;
  private final Set<String> values = new HashSet<>();
  private final Set<String> credentials = new HashSet<>();
  private final Map<String, Boolean> looked = new HashMap<>();
  private int searched;

  /**
   * @param texts of the request
   * @param scanned what stands in them; each is scanned here and now
   */
  KnownValues(List<String> texts, ScannedTexts scanned) {
    this.texts = texts;
    this.length = texts.stream().mapToInt(String::length).sum();
    for (String text : texts) {
      for (Finding finding : scanned.of(text).findings()) {
        add(finding.kind(), text.substring(finding.start(), finding.end()));
      }
      addNumbers(text);
    }
  }

  private void add(String kind, String value) {
    if (kind.equals(CREDENTIAL)) {
      credentials.add(value);
    } else {
      readings(value).forEach(it -> values.add(Pseudonyms.lettersAndDigits(it)));
    }
  }

  /** {@code value} as it is written, and as it is read with its escapes. */
  private static List<String> readings(String value) {
    List<String> readings = new ArrayList<>();
    EscapedText.find(
        value,
        it -> {
          readings.add(it);
          return List.of();
        });
    return readings;
  }

  /** Every word with a digit, and such words together as far as one number may reach. */
  private void addNumbers(String text) {
    Matcher words = WORD.matcher(text);
    int start = 0;
    int end = -1;
    while (words.find()) {
      if (words.group().chars().anyMatch(Character::isDigit)) {
        boolean goesOn = end > 0 && GAP.matcher(text).region(end, words.start()).matches();
        add(text, start, goesOn ? -1 : end);
        add(text, words.start(), words.end());
        start = goesOn ? start : words.start();
        end = words.end();
      }
    }
    add(text, start, end);
  }

  private void add(String text, int start, int end) {
    if (end > start && end - start <= LONGEST_NUMBER) {
      values.add(Pseudonyms.lettersAndDigits(text.substring(start, end)));
    }
  }

  /**
   * @param kind of what was found
   */
  boolean contain(String kind, String value) {
    return kind.equals(CREDENTIAL)
        ? credentials.contains(value) || stands(value)
        : readings(value).stream()
            .anyMatch(it -> values.contains(Pseudonyms.lettersAndDigits(it)) || stands(it));
  }

  private boolean stands(String value) {
    return looked.computeIfAbsent(value, this::search);
  }

  private boolean search(String value) {
    if (searched > MOST_SEARCHED - length) {
      return false;
    }
    searched += length;
    return texts.stream().anyMatch(it -> it.contains(value));
  }
}
