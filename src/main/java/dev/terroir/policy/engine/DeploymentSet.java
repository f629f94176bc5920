package dev.terroir.policy.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** A set of deployments of one catalogue, by their places in it: one bit each. Immutable. */
public final class DeploymentSet {

  private final long[] words;

  private DeploymentSet(long[] words) {
    this.words = words;
  }

  public static DeploymentSet of(int size, IntPredicate contains) {
    long[] words = new long[(size + 63) >> 6];
    for (int i = 0; i < size; i++) {
      if (contains.test(i)) {
        words[i >> 6] |= 1L << i;
      }
    }
    return new DeploymentSet(words);
  }

  /** The set of {@code positions}, of a catalogue of {@code size}. */
  static DeploymentSet of(int size, BitSet positions) {
    return new DeploymentSet(Arrays.copyOf(positions.toLongArray(), (size + 63) >> 6));
  }

  /** No deployment, in a set of the size of {@code other}. */
  static DeploymentSet none(DeploymentSet other) {
    return new DeploymentSet(new long[other.words.length]);
  }

  /** Takes over {@code words}. */
  public static DeploymentSet wrap(long[] words) {
    return new DeploymentSet(words);
  }

  /** A copy of the bits, for the caller to change. */
  public long[] words() {
    return words.clone();
  }

  public long word(int i) {
    return words[i];
  }

  public int wordCount() {
    return words.length;
  }

  public boolean contains(int position) {
    return (words[position >> 6] & 1L << position) != 0;
  }

  public int size() {
    int size = 0;
    for (long word : words) {
      size += Long.bitCount(word);
    }
    return size;
  }

  public boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** Calls {@code action} with each position, in ascending order. */
  public void forEach(IntConsumer action) {
    for (int i = 0; i < words.length; i++) {
      for (long rest = words[i]; rest != 0; rest &= rest - 1) {
        action.accept((i << 6) + Long.numberOfTrailingZeros(rest));
      }
    }
  }

  /** Adds these to {@code words}. */
  void addTo(long[] words) {
    for (int i = 0; i < words.length; i++) {
      words[i] |= this.words[i];
    }
  }

  public DeploymentSet and(DeploymentSet other) {
    long[] both = words.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] &= other.words[i];
    }
    return new DeploymentSet(both);
  }

  public DeploymentSet andNot(DeploymentSet other) {
    long[] rest = words.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] &= ~other.words[i];
    }
    return new DeploymentSet(rest);
  }

  /** This set without the deployment at {@code position}. */
  public DeploymentSet without(int position) {
    long[] rest = words.clone();
    rest[position >> 6] &= ~(1L << position);
    return new DeploymentSet(rest);
  }

  public DeploymentSet or(DeploymentSet other) {
    long[] either = words.clone();
    for (int i = 0; i < either.length; i++) {
      either[i] |= other.words[i];
    }
    return new DeploymentSet(either);
  }

  /**
   * The lowest position.
   *
   * @throws IllegalStateException when there is none
   */
  public int first() {
    for (int i = 0; i < words.length; i++) {
      if (words[i] != 0) {
        return (i << 6) + Long.numberOfTrailingZeros(words[i]);
      }
    }
    throw new IllegalStateException("the set is empty");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeploymentSet it && Arrays.equals(words, it.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  /** The positions in ascending order. */
  public int[] positions() {
    return BitSet.valueOf(words).stream().toArray();
  }

  @Override
  public String toString() {
    return BitSet.valueOf(words).toString();
  }
}
