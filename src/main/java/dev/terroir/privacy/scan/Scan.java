package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.Recogniser.Span;
import dev.terroir.privacy.scan.automaton.Alphabet;
import dev.terroir.privacy.scan.automaton.Matched;
import dev.terroir.privacy.scan.automaton.Matches;
import dev.terroir.privacy.scan.automaton.PlainView;
import dev.terroir.privacy.scan.automaton.Tables;
import java.util.ArrayList;
import java.util.List;

/**
 * One pass over one text. From every place where a number or word may begin the automaton runs
 * until no pattern can match any more; the longest match of each pattern that passes its test
 * counts, and a pattern begins no second match inside a first.
 *
 * <p>Where something was left out of the view two readings are possible: it was nothing, or it
 * parted what stands on its sides. What is found in either counts: a match begins and ends where
 * words do, and as well at the place itself if it then goes over no other such place; and a match
 * in one reading takes nothing from the other. Used once.
 */
final class Scan {

  /** How many places are followed at a time. */
  private static final int GATHERED = 64;

  /**
   * Places whose check digits are looked at; honest text has few, however many numbers it holds.
   */
  private static final int PLACES = 256;

  private static final int CHARACTERS_PER_PLACE = 2;
  private static final int COSTLY_TESTS = 8;
  private static final int CHARACTERS_PER_COSTLY_TEST = 4096;

  private final Patterns patterns;
  private final Tables tables;
  private final PlainView view;
  private final byte[] kinds;
  private final int length;
  private final boolean whole;
  private final List<Hit> hits = new ArrayList<>(0);

  /** Found otherwise than by the automaton, so that each list has its order. */
  private final List<Hit> aside = new ArrayList<>(0);

  private final ContextWords words = new ContextWords();
  private final WeakForms weak = new WeakForms();
  private final Candidate candidate;
  private final Cards cards;
  private final Matches matches;
  private final int[] takenUntil;
  private final int[] places;
  private int count;
  private int nextParted;
  private int parted = Integer.MAX_VALUE;

  /**
   * @param start in what is seen of the text
   * @param inContext whether a word of its context stands near
   */
  record Hit(int pattern, Recogniser recogniser, int start, int end, boolean inContext) {}

  Scan(Patterns patterns, PlainView view, List<String> regions) {
    this(
        patterns,
        view,
        regions,
        new Allowance(PLACES + view.length() / CHARACTERS_PER_PLACE),
        new Allowance(COSTLY_TESTS + view.length() / CHARACTERS_PER_COSTLY_TEST));
  }

  /**
   * @param checked at how many places check digits may be looked at
   * @param costly how many tests that take long may be made
   */
  Scan(
      Patterns patterns,
      PlainView view,
      List<String> regions,
      Allowance checked,
      Allowance costly) {
    this.patterns = patterns;
    this.tables = patterns.set().tables(view);
    this.view = view;
    this.kinds = view.kinds();
    this.length = view.length();
    this.whole = view.isWhole();
    this.nextParted = view.nextParted(0);
    this.matches = new Matches(length);
    this.places = new int[Math.min(GATHERED, length)];
    this.takenUntil = new int[patterns.count()];
    this.cards = new Cards(view);
    this.candidate = new Candidate(view, regions, checked, costly);
    leaveOutOthersThan(regions);
  }

  /** What counts in other countries only is taken for the whole text. */
  private void leaveOutOthersThan(List<String> regions) {
    for (int pattern : patterns.regional()) {
      if (!patterns.recogniser(pattern).test().concerns(regions)) {
        takenUntil[pattern] = Integer.MAX_VALUE;
      }
    }
  }

  List<Hit> run() {
    if (whole) {
      gather();
    } else {
      gatherParted();
    }
    follow();
    hits.addAll(aside);
    if (!words.isEmpty()) {
      lookAround();
    }
    return hits;
  }

  /** Goes from word to word. */
  private void gather() {
    boolean behindWord = false;
    int i = 0;
    while (i < length) {
      int kind = kinds[i] & 0xFF;
      if (Alphabet.isWord(kind)) {
        int letters = Alphabet.isDigit(kind) ? 0 : Alphabet.letters(kinds, i);
        if (tables.mayBegin(kinds, i, letters)) {
          beginWord(i, kind);
        }
        i = Alphabet.behindWord(kinds, i + letters);
        behindWord = true;
      } else {
        beginOther(i, kind, !behindWord);
        behindWord = false;
        i++;
      }
    }
  }

  /** Every place where something was left out may begin what a beginning of a word may. */
  private void gatherParted() {
    boolean inWord = false;
    for (int i = 0; i < length; i++) {
      int kind = view.kind(i);
      boolean free = !inWord || view.isParted(i);
      inWord = Alphabet.isWord(kind);
      if (!inWord) {
        beginOther(i, kind, free);
      } else if (free) {
        beginWord(i, kind);
      }
    }
  }

  private void beginOther(int start, int kind, boolean free) {
    if (free && tables.mayBegin(kinds, start)) {
      begin(start);
    }
    if (kind == '@') {
      addAside(patterns.mail(), Mail.address(view, start));
      addAside(patterns.userInfo(), Mail.userInfo(view.text(), start));
    }
  }

  private void beginWord(int start, int kind) {
    if (Alphabet.isDigit(kind) && start >= cards.end()) {
      cards.read(start, this::card);
    }
    begin(start);
  }

  private void begin(int start) {
    places[count++] = start;
    if (count == places.length) {
      follow();
    }
  }

  /** Follows what was gathered, as far as nothing was left out in between together. */
  private void follow() {
    int from = 0;
    while (from < count) {
      int start = places[from];
      parted = nextParted(start);
      int to = from + 1;
      while (to < count && places[to] < parted) {
        to++;
      }
      boolean inWord = view.isInWord(start);
      int most = inWord ? Math.min(parted, length) : length;
      from =
          tables
              .automaton()
              .follow(kinds, places, from, inWord ? from + 1 : to, most, parted, matches);
      lookAtMatches();
    }
    count = 0;
  }

  /** The first place behind {@code start} where something was left out; asked in rising order. */
  private int nextParted(int start) {
    if (nextParted <= start) {
      nextParted = view.nextParted(start + 1);
    }
    return nextParted;
  }

  /** The longest first of those that begin at one place. */
  private void lookAtMatches() {
    int from = 0;
    while (from < matches.count()) {
      int start = matches.start(from);
      int to = from + 1;
      while (to < matches.count() && matches.start(to) == start) {
        to++;
      }
      candidate.limitTo(view.isInToken(start) ? Math.min(parted, length) : length);
      for (int match = to - 1; match >= from; match--) {
        matched(start, matches.end(match), tables.automaton().matched(matches.state(match)));
      }
      from = to;
    }
    matches.clear();
  }

  private void matched(int start, int end, Matched matched) {
    boolean closed = view.isClosed(end) || end == parted;
    for (int word : matched.words()) {
      words.add(patterns.word(word), start, end, closed);
    }
    boolean endsWord = closed && !Alphabet.isSeparator(view.kind(end - 1));
    for (int pattern : matched.certain()) {
      if (takenUntil[pattern] <= start && isBounded(pattern, start, endsWord)) {
        test(pattern, start, end);
      }
    }
    if (endsWord && matched.weak().length > 0) {
      weak.add(matched, start, end);
    }
  }

  private boolean isBounded(int pattern, int start, boolean endsWord) {
    if (patterns.has(pattern, Patterns.BY_WORD)) {
      return endsWord;
    }
    return !patterns.has(pattern, Patterns.BY_TOKEN)
        || !view.isInToken(start)
        || view.isParted(start);
  }

  private void test(int pattern, int start, int end) {
    if (patterns.has(pattern, Patterns.LONGEST_ONLY) && end < parted) {
      takenUntil[pattern] = start + 1;
    }
    Recogniser recogniser = patterns.recogniser(pattern);
    candidate.moveTo(start, end);
    Span span = recogniser.test().apply(candidate);
    if (!span.isNone()) {
      boolean near = recogniser.needsContext();
      hits.add(new Hit(pattern, recogniser, span.start(), span.end(), near));
      takenUntil[pattern] = whole ? Math.max(end, span.end()) : start + 1;
    }
  }

  private void card(int start, int end) {
    addAside(patterns.cards(), new Span(start, end));
  }

  private void addAside(int pattern, Span span) {
    if (!span.isNone()) {
      Recogniser recogniser = patterns.recogniser(pattern);
      aside.add(new Hit(pattern, recogniser, span.start(), span.end(), false));
    }
  }

  /** Weak forms count, and strong ones are surer, where a word of their context stands near. */
  private void lookAround() {
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      boolean ranks = hit.recogniser().rank() > 0;
      if (ranks && words.isNear(hit.pattern(), hit.start(), hit.end())) {
        hits.set(i, new Hit(hit.pattern(), hit.recogniser(), hit.start(), hit.end(), true));
      }
    }
    nextParted = view.nextParted(0);
    weak.forEach(this::lookAround);
  }

  private void lookAround(Matched forms, int start, int end) {
    parted = nextParted(start);
    for (int pattern : forms.weak()) {
      if (takenUntil[pattern] <= start && words.isNear(pattern, start, end)) {
        test(pattern, start, end);
      }
    }
  }
}
