package dev.terroir.policy.engine;

import java.util.List;

/**
 * The order of one preference: a deployment that meets an earlier entry goes before one that meets
 * a later entry or none. Immutable.
 */
public final class Ranks {

  /** Where there is no preference: all are alike. */
  public static final Ranks EQUAL = new Ranks(List.of());

  private final List<DeploymentSet> order;

  /**
   * @param order the deployments that meet each entry
   */
  Ranks(List<DeploymentSet> order) {
    this.order = List.copyOf(order);
  }

  /**
   * Those of {@code among} that meet the earliest entry that any of them meets; all of no entry.
   */
  public DeploymentSet best(DeploymentSet among) {
    for (int i = 0; i < order.size(); i++) {
      DeploymentSet meeting = among.and(order.get(i));
      if (!meeting.isEmpty()) {
        return meeting;
      }
    }
    return among;
  }
}
