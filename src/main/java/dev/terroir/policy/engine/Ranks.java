package dev.terroir.policy.engine;

import java.util.List;

/** The rank of each deployment in one preference, the lowest first. Immutable. */
public final class Ranks {

  /** Where there is no preference: all are alike. */
  public static final Ranks EQUAL = new Ranks(new int[0]);

  private final int[] ranks;

  private Ranks(int[] ranks) {
    this.ranks = ranks;
  }

  /**
   * @param order the sets of deployments that meet each entry of the preference
   */
  static Ranks compile(List<DeploymentSet> order, int size) {
    int[] ranks = new int[size];
    for (int i = 0; i < size; i++) {
      while (ranks[i] < order.size() && !order.get(ranks[i]).contains(i)) {
        ranks[i]++;
      }
    }
    return new Ranks(ranks);
  }

  /** From 0 for a deployment that meets the first entry. */
  public int of(int position) {
    return position < ranks.length ? ranks[position] : 0;
  }
}
