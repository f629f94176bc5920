package dev.terroir.language;

import java.util.Set;

/** Tells languages that share a script apart, by statistics. Thread-safe. */
interface LanguageModel {

  /**
   * The likeliest of {@code likely}, or undetermined where this cannot tell.
   *
   * @param text short, and in one script for the most part
   * @param likely the languages that it can be in; empty for any that is written in {@code script}
   */
  Language predict(CharSequence text, String script, Set<String> likely);
}
