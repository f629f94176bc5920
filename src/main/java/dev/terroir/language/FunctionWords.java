package dev.terroir.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Small words that give a language away among those of its script: few letters are enough. */
final class FunctionWords {

  private static final Map<UnicodeScript, Map<String, String>> ALL = all();

  private FunctionWords() {}

  private static Map<UnicodeScript, Map<String, String>> all() {
    Map<UnicodeScript, Map<String, String>> all = new EnumMap<>(UnicodeScript.class);
    Map<String, String> cyrillic = new HashMap<>();
    put(cyrillic, "ru", "что это мне меня если почему сколько можно нужно был была когда тоже");
    put(cyrillic, "uk", "що це мені мене чому якщо скільки можна він вона бо щоб також від");
    put(cyrillic, "be", "гэта чаму калі яшчэ вельмі трэба");
    put(cyrillic, "bg", "какво защо това съм ще този коя със");
    put(cyrillic, "sr", "шта зашто сам ово када није");
    put(cyrillic, "mk", "зошто ова сум јас кога");
    all.put(UnicodeScript.CYRILLIC, cyrillic);
    Map<String, String> devanagari = new HashMap<>();
    put(devanagari, "hi", "है हैं में से और नहीं क्या यह वह था थी हूँ हूं लिए भी कहाँ कैसे बताओ");
    put(devanagari, "mr", "आहे आहेत आणि नाही मला माझी माझे माझा काय कसे होते सांगा झाले");
    put(devanagari, "ne", "छ छन् मेरो हुन्छ गर्न कसरी छैन भयो किनभने");
    all.put(UnicodeScript.DEVANAGARI, devanagari);
    return all;
  }

  private static void put(Map<String, String> all, String language, String words) {
    for (String word : words.split(" ", -1)) {
      all.put(word, language);
    }
  }

  /** The one of {@code candidates} whose words are in {@code text}, or empty. */
  static String only(UnicodeScript script, CharSequence text, Set<String> candidates) {
    Map<String, String> words = ALL.getOrDefault(script, Map.of());
    String only = "";
    int at = 0;
    while (at < text.length() && !words.isEmpty()) {
      int after = afterWord(text, at);
      String language = words.getOrDefault(text.subSequence(at, after).toString(), "");
      if (candidates.contains(language)) {
        if (!only.isEmpty() && !only.equals(language)) {
          return "";
        }
        only = language;
      }
      at = Math.max(after, at + 1);
    }
    return only;
  }

  private static int afterWord(CharSequence text, int at) {
    int after = at;
    while (after < text.length() && isPartOfWord(text.charAt(after))) {
      after++;
    }
    return after;
  }

  /** Vowel signs are marks, and no letters to Java. */
  private static boolean isPartOfWord(char c) {
    return c > 0x7f && (Character.isLetter(c) || (c >= '\u0900' && c <= '\u0963'));
  }
}
