package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.Recogniser.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One pass over one text. At every place where a number or word may begin the automaton runs until
 * no pattern can match any more; the longest match of each pattern that passes its test counts, and
 * a pattern begins no second match inside a first.
 *
 * <p>Where something was left out of the view two readings are possible: it was nothing, or it
 * parted what stands on its sides. What is found in either counts: a match begins and ends where
 * words do, and as well at the place itself if it then goes over no other such place; and a match
 * in one reading takes nothing from the other. Used once.
 */
final class Scan {

  /** No pattern reaches further, but for those whose test says how far they do. */
  private static final int LONGEST_MATCH = 256;

  /**
   * Places whose check digits are looked at; honest text has few, however many numbers it holds.
   */
  private static final int PLACES = 256;

  private static final int CHARACTERS_PER_PLACE = 2;
  private static final int COSTLY_TESTS = 8;
  private static final int CHARACTERS_PER_COSTLY_TEST = 4096;

  private final Patterns patterns;
  private final PatternAutomaton automaton;
  private final PlainView view;
  private final char[] characters;
  private final boolean whole;
  private final List<Hit> hits = new ArrayList<>(0);
  private final ContextWords words = new ContextWords();
  private final WeakForms weak = new WeakForms();
  private final Candidate candidate;
  private final Cards cards;
  private final int[] ends;
  private final int[] states;
  private final int[] takenUntil;
  private int parted = Integer.MAX_VALUE;

  /**
   * @param start in what is seen of the text
   * @param inContext whether a word of its context stands near
   */
  record Hit(int pattern, Recogniser recogniser, int start, int end, boolean inContext) {}

  Scan(Patterns patterns, PlainView view, List<String> regions) {
    this.patterns = patterns;
    this.view = view;
    this.automaton = patterns.automaton();
    this.characters = view.characters();
    this.whole = view.isWhole();
    this.ends = new int[Math.min(LONGEST_MATCH, characters.length)];
    this.states = new int[ends.length];
    this.takenUntil = new int[patterns.recognisers().size()];
    this.cards = new Cards(view);
    this.candidate =
        new Candidate(
            view,
            regions,
            new Allowance(PLACES + characters.length / CHARACTERS_PER_PLACE),
            new Allowance(COSTLY_TESTS + characters.length / CHARACTERS_PER_COSTLY_TEST));
  }

  List<Hit> run() {
    byte[] signs = patterns.signs();
    char[] all = characters;
    boolean inWord = false;
    for (int i = 0; i < all.length; i++) {
      byte sign = signs[all[i]];
      if ((sign & Patterns.BEGINS) != 0 && (!inWord || (!whole && view.isParted(i)))) {
        begin(i, sign);
      }
      if ((sign & Patterns.AT) != 0) {
        add(patterns.mail(), Mail.address(view, i));
        add(patterns.userInfo(), Mail.userInfo(view.text(), i));
      }
      inWord = (sign & Patterns.WORD) != 0;
    }
    if (!words.isEmpty()) {
      lookAround();
    }
    return hits;
  }

  private void add(int pattern, Span span) {
    if (!span.isNone()) {
      hits.add(
          new Hit(pattern, patterns.recognisers().get(pattern), span.start(), span.end(), false));
    }
  }

  private void begin(int start, byte sign) {
    if ((sign & Patterns.DIGIT) != 0 && start >= cards.end()) {
      cards.read(start, (from, to) -> add(patterns.cards(), new Span(from, to)));
    }
    int last = Math.min(limitFrom(start), start + LONGEST_MATCH);
    int found = automaton.follow(characters, start, last, ends, states);
    if (found > 0) {
      candidate.limitTo(view.isInToken(start) ? Math.min(parted, limit()) : limit());
    }
    while (found > 0) {
      found--;
      matched(start, ends[found], states[found]);
    }
  }

  /** How far what begins at {@code start} may go. */
  private int limitFrom(int start) {
    if (!whole) {
      parted = view.nextParted(start + 1);
      return view.isInWord(start) ? Math.min(parted, limit()) : limit();
    }
    return limit();
  }

  private int limit() {
    return characters.length;
  }

  private boolean isClosed(int end) {
    return view.isClosed(end) || end == parted;
  }

  private void matched(int start, int end, int state) {
    boolean closed = isClosed(end);
    if (!closed && !patterns.isOpenEnded(state)) {
      return;
    }
    for (int pattern : automaton.accepted(state)) {
      if (pattern >= takenUntil.length) {
        words.add(patterns.word(pattern), start, end, closed);
      } else if (takenUntil[pattern] <= start) {
        matched(pattern, start, end, closed);
      }
    }
  }

  private void matched(int pattern, int start, int end, boolean closed) {
    byte traits = patterns.traits()[pattern];
    if (!isBounded(traits, start, end, closed)) {
      return;
    }
    if ((traits & Patterns.LONGEST_ONLY) != 0 && end < parted) {
      takenUntil[pattern] = start + 1;
    }
    if ((traits & Patterns.WEAK) != 0) {
      weak.add(pattern, start, end);
    } else {
      test(pattern, start, end);
    }
  }

  private boolean isBounded(byte traits, int start, int end, boolean closed) {
    if ((traits & Patterns.BY_WORD) != 0) {
      return closed && !Folding.isSeparator(characters[end - 1]);
    }
    return (traits & Patterns.BY_TOKEN) == 0 || !view.isInToken(start) || view.isParted(start);
  }

  private void test(int pattern, int start, int end) {
    Recogniser recogniser = patterns.recognisers().get(pattern);
    candidate.moveTo(start, end);
    Span span = recogniser.test().apply(candidate);
    if (!span.isNone()) {
      boolean near = recogniser.needsContext();
      hits.add(new Hit(pattern, recogniser, span.start(), span.end(), near));
      takenUntil[pattern] = whole ? Math.max(end, span.end()) : start + 1;
    }
  }

  /** Weak forms count, and strong ones are surer, where a word of their context stands near. */
  private void lookAround() {
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      if (words.isNear(patterns.contextOf(hit.pattern()), hit.start(), hit.end())) {
        hits.set(i, new Hit(hit.pattern(), hit.recogniser(), hit.start(), hit.end(), true));
      }
    }
    Arrays.fill(takenUntil, 0);
    weak.forEach(
        (pattern, start, end) -> {
          if (takenUntil[pattern] <= start
              && words.isNear(patterns.contextOf(pattern), start, end)) {
            test(pattern, start, end);
          }
        });
  }
}
