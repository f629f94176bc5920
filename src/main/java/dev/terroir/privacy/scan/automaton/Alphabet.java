package dev.terroir.privacy.scan.automaton;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The kinds of characters that a scan tells apart, each a byte without a sign. A text of ASCII is
 * read as it is: each character is its own kind. In other texts the letters, the digits and the
 * signs of ASCII that some pattern tells apart are their own kinds too, and stand for whatever
 * folds to them; the numbers of the others stand for what else patterns tell apart. So a letter, a
 * digit or a separator is the same kind in every text. Immutable.
 */
public final class Alphabet {

  private static final int ASCII = 0x80;
  private static final int MOST = 256;

  /** Where nothing is told apart, and words end. */
  private static final char NOTHING = '\n';

  /** Bytes behind a text, so that sixteen can be looked at from everywhere in it. */
  private static final int PADDING = 2 * Long.BYTES;

  /** How much of a text tells whether it is worth a try to take it as ASCII. */
  private static final int BEGINNING = 64;

  private static final boolean[] WORD = word();
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = ONES << 7;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] kinds = new byte[Character.MAX_VALUE + 1];
  private final char[] examples = new char[MOST];
  private final byte unlike;

  /**
   * @param group of a folded character, those whom no pattern tells apart
   */
  Alphabet(ToIntFunction<Character> group) {
    int nothing = group.applyAsInt(NOTHING);
    Arrays.fill(examples, NOTHING);
    BitSet free = new BitSet();
    free.set(0, MOST);
    for (char c = 0; c < ASCII; c++) {
      if (c == NOTHING || c == '@' || group.applyAsInt(Folding.fold(c)) != nothing) {
        free.clear(c);
        examples[c] = Folding.fold(c);
      }
    }
    this.unlike = (byte) next(free);
    Map<Integer, Integer> others = new HashMap<>();
    for (int i = 0; i < kinds.length; i++) {
      char folded = Folding.fold((char) i);
      int of = group.applyAsInt(folded);
      if (PlainView.isUnlike((char) i)) {
        kinds[i] = unlike;
      } else if (folded < ASCII && !free.get(folded)) {
        kinds[i] = (byte) folded;
      } else if (of == nothing) {
        kinds[i] = NOTHING;
      } else {
        kinds[i] = others.computeIfAbsent(of, it -> next(free)).byteValue();
        examples[kinds[i] & 0xFF] = folded;
      }
    }
  }

  private static int next(BitSet free) {
    int next = free.previousSetBit(MOST - 1);
    if (next < 0) {
      throw new IllegalStateException("the patterns tell too many characters apart");
    }
    free.clear(next);
    return next;
  }

  /** A folded character of each kind, in a text of ASCII; not to be written to. */
  static char[] ascii() {
    return Folding.fold(
            IntStream.range(0, ASCII).mapToObj(Character::toString).collect(Collectors.joining()))
        .toCharArray();
  }

  /** A folded character of each kind, in any text; not to be written to. */
  char[] examples() {
    return examples;
  }

  private static boolean[] word() {
    boolean[] word = new boolean[MOST];
    for (char c = 0; c < ASCII; c++) {
      word[c] = Folding.isWord(c);
    }
    return word;
  }

  /** Whether it is an ASCII letter or digit: what a number must not touch. */
  public static boolean isWord(int kind) {
    return WORD[kind];
  }

  public static boolean isDigit(int kind) {
    return kind >= '0' && kind <= '9';
  }

  /** Whether it parts groups of digits. A number does not end in one, though its form may. */
  public static boolean isSeparator(int kind) {
    return kind == ' ' || kind == '-' || kind == '/' || kind == '.';
  }

  /** What a text is made of. */
  final class Reading {

    private final byte[] kinds;
    private final boolean ascii;
    private final boolean hasUnlike;

    private Reading(byte[] kinds, boolean ascii, boolean hasUnlike) {
      this.kinds = kinds;
      this.ascii = ascii;
      this.hasUnlike = hasUnlike;
    }

    /** Those of its characters, and behind them some more that end words; not to be written to. */
    byte[] kinds() {
      return kinds;
    }

    /** Whether all characters are their own kinds. */
    boolean isAscii() {
      return ascii;
    }

    /** Whether a character may show nothing, or something else than it is. */
    boolean hasUnlike() {
      return hasUnlike;
    }

    /** Whether that at {@code place} may. */
    boolean isUnlike(int place) {
      return kinds[place] == unlike;
    }
  }

  Reading read(String text) {
    if (beginsAsAscii(text)) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      if (encoded.length == text.length()) {
        return new Reading(Arrays.copyOf(encoded, encoded.length + PADDING), true, false);
      }
    }
    return translate(text.toCharArray());
  }

  private static boolean beginsAsAscii(String text) {
    int last = Math.min(text.length(), BEGINNING);
    int seen = 0;
    for (int i = 0; i < last; i++) {
      seen |= text.charAt(i);
    }
    return seen < ASCII;
  }

  private Reading translate(char[] text) {
    byte[] of = kinds;
    byte[] read = new byte[text.length + PADDING];
    boolean hasUnlike = false;
    for (int i = 0; i < text.length; i++) {
      byte kind = of[text[i]];
      read[i] = kind;
      hasUnlike |= kind == unlike;
    }
    return new Reading(read, false, hasUnlike);
  }

  /** Where no letter or digit stands any more, from {@code from} on. */
  public static int behindWord(byte[] kinds, int from) {
    int end = from;
    while (isWord(kinds[end] & 0xFF)) {
      end++;
    }
    return end;
  }

  /** How many ASCII letters stand in a row from {@code from} on, at most sixteen. */
  public static int letters(byte[] kinds, int from) {
    int letters = upToEight(kinds, from);
    return letters < Long.BYTES ? letters : letters + upToEight(kinds, from + letters);
  }

  /**
   * Eight kinds are looked at as one number, each in its byte, whose highest bit tells of it. The
   * bit that parts small letters from capital ones is set before.
   */
  private static int upToEight(byte[] kinds, int from) {
    long eight = (long) EIGHT.get(kinds, from);
    long small = (eight | ONES * 0x20) & ~HIGH_BITS;
    long fromA = small + ONES * (ASCII - 'a');
    long behindZ = small + ONES * (ASCII - 'z' - 1);
    long others = (~fromA | behindZ | eight) & HIGH_BITS;
    return Long.numberOfTrailingZeros(others) / Byte.SIZE;
  }
}
