package dev.terroir.privacy.pseudonym;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The placeholders of one request. The same value has the same placeholder wherever it stands, and
 * numbers follow the order in which values become known, so that a history which only grows keeps
 * its text: what providers cache of it stays good, and the map can be made again from each request
 * and is stored nowhere. Its values are in no {@code toString}. Used from one thread at a time.
 */
public final class Pseudonyms {

  /**
   * A text of the caller's that looks like a placeholder; replaced so that it cannot be taken for
   * one.
   */
  public static final String LOOKALIKE = "text";

  private final Map<String, Placeholder> placeholders = new HashMap<>();
  private final Map<Placeholder, String> values = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Set<Placeholder> used = new HashSet<>();
  private final Map<String, String> tokens = new HashMap<>();
  private final Map<String, String> writtenTokens = new HashMap<>();

  /**
   * The placeholder of {@code value}.
   *
   * @param kind as findings name it
   */
  public Placeholder of(String kind, String value) {
    Placeholder placeholder = number(kind, value);
    if (used.add(placeholder)) {
      count(kind);
    }
    return placeholder;
  }

  /** Gives {@code value} its number before it is met. */
  public Placeholder number(String kind, String value) {
    String label = Placeholder.label(kind);
    return placeholders.computeIfAbsent(
        label + '\n' + same(kind, value),
        key -> {
          Placeholder placeholder = new Placeholder(label, numbers.merge(label, 1, Integer::sum));
          values.put(placeholder, value);
          return placeholder;
        });
  }

  private void count(String kind) {
    if (!kind.equals(LOOKALIKE)) {
      counts.merge(kind, 1, Integer::sum);
    }
  }

  /**
   * Keeps {@code token}, which machines read.
   *
   * @param written what is to stand for it; other tokens may be written so too
   * @return what stands for it and for no other
   */
  public String keepToken(String token, String written) {
    return writtenTokens.computeIfAbsent(
        token,
        it -> {
          String unique = written;
          while (tokens.containsKey(unique)) {
            unique = written + "_" + (numbers.merge(written, 1, Integer::sum) + 1);
          }
          tokens.put(unique, token);
          return unique;
        });
  }

  /** What {@code written} was before it was written here; itself where it was not. */
  public String tokenOf(String written) {
    return tokens.getOrDefault(written, written);
  }

  /** The same without what people read: only tokens can be put back. */
  public Pseudonyms tokensOnly() {
    Pseudonyms only = new Pseudonyms();
    only.tokens.putAll(tokens);
    return only;
  }

  /** Counts a value that is left out altogether. */
  public void withhold(String kind) {
    count(kind);
  }

  /** Spelling that makes no difference is left out; where it may make one, two stay two. */
  private static String same(String kind, String value) {
    return switch (kind) {
      case LOOKALIKE, "credential" -> value;
      case "email", "ip" -> value.toLowerCase(Locale.ROOT);
      case "person", "address" -> value.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
      default -> lettersAndDigits(value);
    };
  }

  /**
   * Without case, spaces and signs, where there is something else: numbers are the same however
   * they are parted.
   */
  public static String lettersAndDigits(String value) {
    StringBuilder same = new StringBuilder(value.length());
    value
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(same::appendCodePoint);
    return same.isEmpty() ? value : same.toString();
  }

  /** What {@code placeholder} stands for, as it was first written. */
  Optional<String> valueOf(Placeholder placeholder) {
    return Optional.ofNullable(values.get(placeholder));
  }

  /** Whether none stands anywhere. */
  public boolean isEmpty() {
    return used.isEmpty() && tokens.isEmpty();
  }

  /** How many values of each kind there are. */
  public Map<String, Integer> counts() {
    return Collections.unmodifiableMap(counts);
  }

  @Override
  public String toString() {
    return "Pseudonyms" + counts;
  }
}
