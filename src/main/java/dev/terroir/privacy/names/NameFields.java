package dev.terroir.privacy.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which fields of structured data hold a person's name or an address, by their keys, whatever
 * their case and whether their words are parted by marks, spaces or capitals.
 *
 * <p>A bare {@code name}, which tools, products and files have too, is decided thus:
 *
 * <ol>
 *   <li>the object around it is called after a person ({@code patient}): a person's
 *   <li>a key beside it is one that only things have ({@code arguments}, {@code price}): none
 *   <li>a key beside it is one that people have ({@code phone}, {@code birthDate}): a person's
 *   <li>else it is a person's where the value looks like a name: two to four capitalised words, or
 *       two to eight characters of Devanagari, kanji or kana and no more than one space
 * </ol>
 *
 * The same holds for the bare words of other languages that mean both, such as {@code nom} and
 * {@code nombre}. Thread-safe.
 */
public final class NameFields {

  private static final Set<String> BARE =
      Set.of("name", "names", "nom", "nombre", "nombres", "nome", "नाम", "naam", "名前", "名");

  private static final KeyWords KEYS = KeyWords.read();

  private NameFields() {}

  /**
   * A field and what is around it.
   *
   * @param parent the key of the object that it is in; empty where there is none
   * @param siblings the other keys of that object
   */
  public record Field(String key, String value, String parent, Siblings siblings) {}

  /** The keys of one object, looked through once for all of its fields. Not thread-safe. */
  public static final class Siblings {

    private final Set<String> keys;
    private final Map<String, Boolean> signs = new HashMap<>();

    public Siblings(Set<String> keys) {
      this.keys = Set.copyOf(keys);
    }

    private boolean have(String sign) {
      return signs.computeIfAbsent(
          sign, it -> keys.stream().anyMatch(key -> KEYS.has(it, KeyWords.words(key))));
    }
  }

  /** {@code NameFinder.PERSON}, {@code NameFinder.ADDRESS}, or neither. */
  public static Optional<String> kindOf(Field field) {
    List<String> words = KeyWords.words(field.key());
    String key = String.join(" ", words);
    if (BARE.contains(key)) {
      return isPerson(field) ? Optional.of(NameFinder.PERSON) : Optional.empty();
    }
    if (KEYS.endsIn("person", words) || isNameOfPerson(words)) {
      return Optional.of(NameFinder.PERSON);
    }
    return isAddress(words) ? Optional.of(NameFinder.ADDRESS) : Optional.empty();
  }

  /** patient_name, customerFullName; not file_name. */
  private static boolean isNameOfPerson(List<String> words) {
    int last = words.size() - 1;
    return last > 0
        && BARE.contains(words.get(last))
        && KEYS.endsIn("person-word", words.subList(0, last));
  }

  private static boolean isAddress(List<String> words) {
    return KEYS.endsIn("address", words)
        && words.stream().noneMatch(word -> KEYS.has("address-not", List.of(word)));
  }

  private static boolean isPerson(Field field) {
    List<String> parent = KeyWords.words(field.parent());
    if (KEYS.endsIn("person-word", parent)) {
      return true;
    }
    if (field.siblings().have("sign-of-thing")) {
      return false;
    }
    return field.siblings().have("sign-of-person") || looksLikeName(field.value());
  }

  private static boolean looksLikeName(String value) {
    byte kind = Words.kind(value, 0);
    if (kind == Letters.DEVANAGARI || Letters.isJapanese(kind)) {
      boolean letters =
          value.chars().allMatch(c -> c == ' ' || Letters.isLetter(Letters.kind((char) c)));
      return letters
          && value.length() <= (kind == Letters.DEVANAGARI ? 30 : 8)
          && value.length() > 1;
    }
    List<String> words = List.of(value.split(" ", -1));
    return words.size() >= 2
        && words.size() <= 4
        && isCapitalised(words.getFirst())
        && isCapitalised(words.getLast())
        && words.stream().allMatch(word -> isCapitalised(word) || isParticle(word));
  }

  private static boolean isParticle(String word) {
    return word.length() >= 2 && word.length() <= 3 && Words.end(word, 0, 3) == word.length();
  }

  /** A word, or an initial with its dot. */
  private static boolean isCapitalised(String word) {
    int end = Words.end(word, 0, word.length());
    boolean whole = end == (word.endsWith(".") ? word.length() - 1 : word.length());
    return whole && Words.kind(word, 0) == Letters.UPPER;
  }
}
