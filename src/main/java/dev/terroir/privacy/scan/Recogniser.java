package dev.terroir.privacy.scan;

import java.util.List;

/**
 * What is looked for.
 *
 * @param kind as it is reported
 * @param form a regular expression over folded text, in the common part of the syntaxes of {@code
 *     dk.brics.automaton} and of Java; of parts that {@code &} joins each must fit. Where it is
 *     wider than what is meant, {@code test} narrows it
 * @param bounds what may stand beside a match
 * @param lengths which of the lengths that fit at one place are tried
 * @param context words of which one must stand near, or that only make sure where {@code
 *     needsContext} is not set
 * @param rank of two readings of the same digits the one with the higher rank is reported
 */
record Recogniser(
    String kind,
    String form,
    Bounds bounds,
    Lengths lengths,
    Test test,
    List<String> context,
    boolean needsContext,
    int rank) {

  static final String NO_FORM = "";

  Recogniser {
    context = List.copyOf(context);
    if (needsContext && bounds != Bounds.WORD) {
      throw new IllegalArgumentException(
          "a weak form that does not end with a word: `" + kind + "`");
    }
  }

  /** Never found by a form: somebody else says where it stands. */
  static Recogniser unformed(String kind, int rank) {
    return new Recogniser(
        kind, NO_FORM, Bounds.OPEN, Lengths.LONGEST, Test.FORM, List.of(), false, rank);
  }

  /** What may not stand beside a match. */
  enum Bounds {
    /** An ASCII letter or digit. */
    WORD,
    /** The same, nor a dash or an underscore: what is a part of a longer token is not meant. */
    TOKEN,
    /** At its end anything may stand: the test says how far it reaches. */
    OPEN
  }

  /** Which lengths are tried, where several fit at one place. */
  enum Lengths {
    /** Every one from the longest down, until one passes: check digits tell them apart. */
    EACH,
    /** Only the longest. */
    LONGEST
  }

  /** Looks closer at a place that has the form. */
  interface Test {

    /** What has the form is it. */
    Test FORM = Candidate::span;

    /** Where it really stands, or nothing. */
    Span apply(Candidate candidate);

    /** Whether it may ever be one, in a request that the countries of {@code regions} bind. */
    default boolean concerns(List<String> regions) {
      return true;
    }
  }

  /**
   * A place in a text.
   *
   * @param end behind it
   */
  record Span(int start, int end) {

    /** Nowhere. */
    static final Span NONE = new Span(0, 0);

    boolean isNone() {
      return end == 0;
    }
  }
}
