package dev.terroir.policy.vocabulary;

import java.util.HashMap;
import java.util.Map;

/** The constants of closed vocabularies by their words, made once for each. Thread-safe. */
final class Vocabularies {

  private static final ClassValue<Map<String, Enum<?>>> WORDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> vocabulary) {
          Map<String, Enum<?>> words = new HashMap<>();
          for (Object constant : vocabulary.getEnumConstants()) {
            Enum<?> word = (Enum<?>) constant;
            words.put(Word.write(word.name()), word);
          }
          return Map.copyOf(words);
        }
      };

  private Vocabularies() {}

  /** Not to be written to. */
  static Map<String, Enum<?>> words(Class<? extends Enum<?>> vocabulary) {
    return WORDS.get(vocabulary);
  }
}
