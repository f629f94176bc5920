package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.Recogniser.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One pass over one text. At every place where a number or word may begin the automaton runs until
 * no pattern can match any more; the longest match of each pattern that passes its test counts, and
 * a pattern begins no second match inside a first. Used once.
 */
final class Scan {

  /** No pattern reaches further, but for those whose test says how far they do. */
  private static final int LONGEST_MATCH = 256;

  /**
   * Places whose check digits are looked at; honest text has few, however many numbers it holds.
   */
  private static final int PLACES = 256;

  private static final int CHARACTERS_PER_PLACE = 2;
  private static final int COSTLY_TESTS = 32;
  private static final int CHARACTERS_PER_COSTLY_TEST = 1024;
  private static final int FIELDS = 3;
  private static final int[] NOTHING = {};

  private final Patterns patterns;
  private final String text;
  private final char[] characters;
  private final List<String> regions;
  private final Allowance places;
  private final Allowance costly;
  private final List<Hit> hits = new ArrayList<>(0);
  private final ContextWords words = new ContextWords();
  private Candidate candidate;
  private int[] ends = NOTHING;
  private int[] states = NOTHING;
  private int[] takenUntil = NOTHING;
  private int[] weak = NOTHING;
  private int weakCount;
  private boolean hides;

  /**
   * @param inContext whether a word of its context stands near
   */
  record Hit(int pattern, Recogniser recogniser, int start, int end, boolean inContext) {}

  Scan(Patterns patterns, String text, List<String> regions) {
    this.patterns = patterns;
    this.text = text;
    this.characters = text.toCharArray();
    this.regions = regions;
    this.places = new Allowance(PLACES + characters.length / CHARACTERS_PER_PLACE);
    this.costly = new Allowance(COSTLY_TESTS + characters.length / CHARACTERS_PER_COSTLY_TEST);
    this.candidate = new Candidate(text, 0, 0, regions, places, costly);
  }

  /** Whether there are characters that show nothing, between which a number could hide. */
  boolean hides() {
    return hides;
  }

  List<Hit> run() {
    byte[] signs = patterns.signs();
    char[] all = characters;
    boolean inWord = false;
    for (int i = 0; i < all.length; i++) {
      byte sign = signs[all[i]];
      if ((sign & Patterns.BEGINS) != 0 && !inWord) {
        begin(i);
      }
      if ((sign & Patterns.SPECIAL) != 0) {
        special(i, sign);
      }
      inWord = (sign & Patterns.WORD) != 0;
    }
    if (!words.isEmpty()) {
      testWeak();
    }
    return hits;
  }

  private void special(int at, byte sign) {
    if ((sign & Patterns.HIDDEN) != 0) {
      hides = true;
    } else {
      add(patterns.mail(), Mail.address(text, at));
      add(patterns.userInfo(), Mail.userInfo(text, at));
    }
  }

  private void add(int pattern, Span span) {
    if (!span.isNone()) {
      hits.add(
          new Hit(pattern, patterns.recognisers().get(pattern), span.start(), span.end(), false));
    }
  }

  private void begin(int start) {
    PatternAutomaton automaton = patterns.automaton();
    byte[] signs = patterns.signs();
    boolean[] openEnded = patterns.openEnded();
    char[] all = characters;
    int state = PatternAutomaton.START;
    int found = 0;
    int last = Math.min(all.length, start + LONGEST_MATCH);
    for (int i = start; i < last; i++) {
      state = automaton.step(state, all[i]);
      if (state == PatternAutomaton.DEAD) {
        break;
      }
      if (automaton.accepts(state)) {
        boolean closed = i + 1 == all.length || (signs[all[i + 1]] & Patterns.WORD) == 0;
        if (closed || openEnded[state]) {
          note(found++, i + 1, state);
        }
      }
    }
    while (found > 0) {
      found--;
      matched(start, ends[found], automaton.accepted(states[found]));
    }
  }

  private void note(int number, int end, int state) {
    if (ends.length == 0) {
      ends = new int[LONGEST_MATCH];
      states = new int[LONGEST_MATCH];
      takenUntil = new int[patterns.recognisers().size()];
    }
    ends[number] = end;
    states[number] = state;
  }

  private void matched(int start, int end, int[] which) {
    boolean closed = end == characters.length || !Folding.isWord(characters[end]);
    for (int pattern : which) {
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
    if ((traits & Patterns.LONGEST_ONLY) != 0) {
      takenUntil[pattern] = start + 1;
    }
    if ((traits & Patterns.WEAK) != 0) {
      remember(pattern, start, end);
    } else {
      test(pattern, start, end);
    }
  }

  private void test(int pattern, int start, int end) {
    Recogniser recogniser = patterns.recognisers().get(pattern);
    Candidate candidate = candidateAt(start, end);
    Span span = recogniser.test().apply(candidate);
    if (!span.isNone()) {
      boolean near = recogniser.needsContext();
      hits.add(new Hit(pattern, recogniser, span.start(), span.end(), near));
      takenUntil[pattern] = Math.max(end, span.end());
    }
  }

  /**
   * Many patterns look at one place one after the other; they share what they have to make of it.
   */
  private Candidate candidateAt(int start, int end) {
    if (candidate.start() != start || candidate.end() != end) {
      candidate = new Candidate(text, start, end, regions, places, costly);
    }
    return candidate;
  }

  private boolean isBounded(byte traits, int start, int end, boolean closed) {
    if ((traits & Patterns.BY_WORD) != 0) {
      return closed && !Folding.isSeparator(characters[end - 1]);
    }
    return (traits & Patterns.BY_TOKEN) == 0
        || start == 0
        || (characters[start - 1] != '-' && characters[start - 1] != '_');
  }

  /** A place whose form is weak: it counts where a word of its context stands near. */
  private void remember(int pattern, int start, int end) {
    if (weakCount * FIELDS == weak.length) {
      weak = Arrays.copyOf(weak, Math.max(FIELDS * 16, weak.length * 2));
    }
    weak[weakCount * FIELDS] = pattern;
    weak[weakCount * FIELDS + 1] = start;
    weak[weakCount * FIELDS + 2] = end;
    weakCount++;
  }

  /** Weak forms count, and strong ones are surer, where a word of their context stands near. */
  private void testWeak() {
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      if (words.isNear(patterns.contextOf(hit.pattern()), hit.start(), hit.end())) {
        hits.set(i, new Hit(hit.pattern(), hit.recogniser(), hit.start(), hit.end(), true));
      }
    }
    Arrays.fill(takenUntil, 0);
    for (int i = 0; i < weakCount * FIELDS; i += FIELDS) {
      int pattern = weak[i];
      int start = weak[i + 1];
      boolean near = words.isNear(patterns.contextOf(pattern), start, weak[i + 2]);
      if (near && takenUntil[pattern] <= start) {
        test(pattern, start, weak[i + 2]);
      }
    }
  }
}
