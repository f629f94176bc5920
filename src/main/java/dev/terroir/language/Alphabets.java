package dev.terroir.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The languages that can be told, or ruled out, by their letters: {@code ї} is Ukrainian, no
 * Bulgarian text has an {@code ы}, and a Kazakh one has some letter that Russian has not. Of
 * letters that a script's languages do not share, each is a set of languages; a text is in none but
 * those that all of its letters name. Immutable.
 */
final class Alphabets {

  private static final Map<UnicodeScript, Alphabets> ALL = all();

  private final List<String> languages = new ArrayList<>();
  private final char first;

  /** The languages of each letter from the first on, as bits; -1 where all share it. */
  private final int[] letters;

  /** Those that may be meant though none of their own letters is there. */
  private int plain;

  private Alphabets(char first, char last, String... plain) {
    this.first = first;
    this.letters = new int[last - first + 1];
    Arrays.fill(letters, -1);
    for (String language : plain) {
      this.plain |= bit(language);
    }
  }

  private static Map<UnicodeScript, Alphabets> all() {
    Map<UnicodeScript, Alphabets> all = new EnumMap<>(UnicodeScript.class);
    all.put(UnicodeScript.CYRILLIC, cyrillic());
    all.put(UnicodeScript.ARABIC, arabic());
    all.put(UnicodeScript.DEVANAGARI, devanagari());
    all.put(
        UnicodeScript.BENGALI,
        new Alphabets('\u0980', '\u09ff', "bn").letters("ৰৱ", "as").letters("র", "bn"));
    all.put(
        UnicodeScript.HEBREW,
        new Alphabets('\u0590', '\u05ff', "he").letters("\u05f0\u05f1\u05f2", "yi"));
    return all;
  }

  private static Alphabets cyrillic() {
    return new Alphabets('\u0400', '\u052f', "ru", "uk", "be", "bg", "sr", "mk")
        .letters("ыэ", "ru be kk ky mn tt ba tg")
        .letters("ё", "ru be kk ky mn tt ba tg")
        .letters("ъ", "ru bg kk ky mn tt ba tg")
        .letters("щ", "ru uk bg kk ky mn tt ba")
        .letters("ь", "ru uk be bg kk ky mn tt ba")
        .letters("йюя", "ru uk be bg kk ky mn tt ba tg")
        .letters("и", "ru uk bg sr mk kk ky mn tt ba tg")
        .letters("і", "uk be kk")
        .letters("ї", "uk")
        .letters("є", "uk")
        .letters("ґ", "uk")
        .letters("ў", "be")
        .letters("ђћ", "sr")
        .letters("ѓќѕ", "mk")
        .letters("јљњџ", "sr mk")
        .letters("ұ", "kk")
        .letters("ә", "kk tt ba")
        .letters("қ", "kk tg")
        .letters("ғ", "kk tg ba")
        .letters("ң", "kk ky tt ba")
        .letters("өү", "kk ky mn tt ba")
        .letters("һ", "kk tt ba")
        .letters("ҷҳӣӯ", "tg")
        .letters("җ", "tt")
        .letters("ҙҫҡ", "ba");
  }

  private static Alphabets arabic() {
    return new Alphabets('\u0600', '\u06ff', "ar", "fa", "ur")
        .letters("ةإ", "ar")
        .letters("ى", "ar ug sd")
        .letters("كي", "ar fa ps sd ug")
        .letters("ی", "fa ur ps ckb")
        .letters("ک", "fa ur ps ckb sd")
        .letters("گ", "fa ur ps ckb sd ug")
        .letters("پچ", "fa ur ps ckb sd ug")
        .letters("ژ", "fa ur ps ckb ug")
        .letters("ٹڈڑ", "ur")
        .letters("ے", "ur ps")
        .letters("ں", "ur sd")
        .letters("ہ", "ur")
        .letters("ھ", "ur ckb ug sd")
        .letters("ټډړږښګڼۍځڅ", "ps")
        .letters("ې", "ps ug")
        .letters("ێڕڵڤ", "ckb")
        .letters("ۆە", "ckb ug")
        .letters("ۇۈۋڭ", "ug")
        .letters("ڄڃڇڻٻٺٽڀڙڳڱڌڏڊڪ", "sd");
  }

  private static Alphabets devanagari() {
    return new Alphabets('\u0900', '\u097f', "hi", "mr", "ne", "sa", "mai", "kok")
        .letters("\u0933", "mr kok sa")
        .letters("\u0931\u0972", "mr kok")
        .letters("\u093c\u0958\u0959\u095a\u095b\u095c\u095d\u095e", "hi mai")
        .letters("\u093d", "sa mai hi");
  }

  private Alphabets letters(String letters, String languages) {
    int set = 0;
    for (String language : languages.split(" ", -1)) {
      set |= bit(language);
    }
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      this.letters[letter - first] = set;
      this.letters[Character.toUpperCase(letter) - first] = set;
    }
    return this;
  }

  private int bit(String language) {
    int known = languages.indexOf(language);
    if (known >= 0) {
      return 1 << known;
    }
    languages.add(language);
    return 1 << (languages.size() - 1);
  }

  /**
   * The languages that a text in {@code script} can be in by its letters; empty where the letters
   * say nothing, because the script has one alphabet or because they are of several languages.
   *
   * @param isShort whether the text may lack the letters that its language has
   */
  static Set<String> candidates(UnicodeScript script, CharSequence text, boolean isShort) {
    Alphabets alphabets = ALL.get(script);
    return alphabets == null ? Set.of() : alphabets.candidates(text, isShort);
  }

  private Set<String> candidates(CharSequence text, boolean isShort) {
    int possible = -1;
    int shown = plain;
    for (int i = 0; i < text.length(); i++) {
      int place = text.charAt(i) - first;
      int set = place < 0 || place >= letters.length ? -1 : letters[place];
      possible &= set;
      shown |= (set & plain) == 0 ? set : 0;
    }
    return named(isShort ? possible : possible & shown);
  }

  private Set<String> named(int set) {
    Set<String> named = new LinkedHashSet<>();
    for (int i = 0; i < languages.size(); i++) {
      if ((set & (1 << i)) != 0) {
        named.add(languages.get(i));
      }
    }
    return named;
  }

  /** Every language that is told apart in {@code script}. */
  static Set<String> languages(UnicodeScript script) {
    Alphabets alphabets = ALL.get(script);
    return alphabets == null ? Set.of() : Set.copyOf(alphabets.languages);
  }
}
