package dev.terroir.language;

import java.util.Map;
import opennlp.tools.ml.model.Context;

/**
 * How much each gram speaks for each language, as a model has learnt it. Grams that many languages
 * know have a row with a column for each, which is added at one go; the others, and they are most,
 * have only what is not zero. Immutable.
 */
final class GramWeights {

  /** From here on a whole row is quicker than its parts. */
  private static final int MANY = 24;

  private final int languages;
  private final long[] grams;
  private final int[] places;
  private final float[] rows;
  private final float[] parts;
  private final short[] columns;

  /**
   * @param contexts the weights of each gram
   */
  GramWeights(Map<String, Context> contexts, int languages) {
    this.languages = languages;
    this.grams = new long[Integer.highestOneBit(contexts.size()) << 2];
    this.places = new int[grams.length];
    int many = 0;
    int few = 0;
    for (Context context : contexts.values()) {
      int known = context.getOutcomes().length;
      many += known >= MANY ? 1 : 0;
      few += known >= MANY ? 0 : known + 1;
    }
    this.rows = new float[many * languages];
    this.parts = new float[few];
    this.columns = new short[few];
    fill(contexts);
  }

  private void fill(Map<String, Context> contexts) {
    int row = 0;
    int part = 0;
    for (Map.Entry<String, Context> entry : contexts.entrySet()) {
      long gram = Grams.of(entry.getKey());
      int slot = slot(gram);
      grams[slot] = gram;
      int[] outcomes = entry.getValue().getOutcomes();
      if (outcomes.length >= MANY) {
        places[slot] = row;
        row(row, outcomes, entry.getValue().getParameters());
        row += languages;
      } else {
        places[slot] = ~part;
        parts(part, outcomes, entry.getValue().getParameters());
        part += outcomes.length + 1;
      }
    }
  }

  private void row(int start, int[] outcomes, double[] parameters) {
    for (int i = 0; i < outcomes.length; i++) {
      rows[start + outcomes[i]] = (float) parameters[i];
    }
  }

  /** In front of the parts stands how many they are. */
  private void parts(int start, int[] outcomes, double[] parameters) {
    columns[start] = (short) outcomes.length;
    for (int i = 0; i < outcomes.length; i++) {
      columns[start + 1 + i] = (short) outcomes[i];
      parts[start + 1 + i] = (float) parameters[i];
    }
  }

  /** Where {@code gram} is, or the free slot where it would be. */
  private int slot(long gram) {
    int slot = Grams.slot(gram, grams.length);
    while (grams[slot] != 0 && grams[slot] != gram) {
      slot = (slot + 1) & (grams.length - 1);
    }
    return slot;
  }

  /** What all of {@code text} together say for each language: logarithms, up to a constant. */
  float[] sums(Grams text) {
    float[] sums = new float[languages];
    for (int i = 0; i < text.size(); i++) {
      int slot = slot(text.get(i));
      if (grams[slot] != 0 && places[slot] >= 0) {
        addRow(sums, places[slot]);
      } else if (grams[slot] != 0) {
        addParts(sums, ~places[slot]);
      }
    }
    return sums;
  }

  private void addRow(float[] sums, int start) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += rows[start + i];
    }
  }

  private void addParts(float[] sums, int start) {
    int end = start + columns[start];
    for (int i = start + 1; i <= end; i++) {
      sums[columns[i]] += parts[i];
    }
  }
}
