package dev.terroir.policy.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A word of a closed vocabulary: in files and headers it is written in kebab case. */
public interface Word {

  String name();

  int ordinal();

  /** As it is written: {@code PAYMENT_TRANSACTION} is {@code payment-transaction}. */
  default String word() {
    return write(name());
  }

  /** A word as one bit, for vocabularies of at most 64 words. */
  default long bit() {
    return 1L << ordinal();
  }

  static String write(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of {@code vocabulary} that is written {@code word}, exactly. */
  static <E extends Enum<E>> Optional<E> find(Class<E> vocabulary, String word) {
    return Optional.ofNullable(Vocabularies.words(vocabulary).get(word)).map(vocabulary::cast);
  }

  /** Every word of {@code vocabulary}, as written. */
  static <E extends Enum<E>> List<String> all(Class<E> vocabulary) {
    return Arrays.stream(vocabulary.getEnumConstants())
        .map(constant -> write(constant.name()))
        .toList();
  }
}
