package dev.terroir.audit;

import dev.terroir.chat.Usage;
import java.time.Instant;
import java.util.List;

/** How an exchange ended: every one ends in exactly one of these. */
public sealed interface Outcome {

  String exchange();

  Instant at();

  /** The whole answer was delivered; durable before its end is. */
  record Completed(
      String exchange,
      Instant at,
      String deployment,
      List<String> attempts,
      Usage usage,
      boolean simulated)
      implements Outcome {}

  /**
   * Nothing was sent anywhere.
   *
   * @param who the tenant and key, or empty where they are not known
   * @param facts what the decision was made from, or nothing where they were not known yet
   * @param rules the ids of the rules that refused
   * @param watched what rules that are only watched would have done: {@code DE/x=no-effect}
   */
  record Refused(
      String exchange,
      Instant at,
      String who,
      int status,
      String code,
      List<String> facts,
      List<String> rules,
      List<String> watched)
      implements Outcome {}

  /**
   * A question about the rules was answered, and nothing was asked of any model.
   *
   * @param what {@code models} or {@code decision}
   */
  record Informed(String exchange, Instant at, String who, String what) implements Outcome {}

  /** Deployments were tried, and none gave an answer. */
  record Failed(String exchange, Instant at, int status, String code, List<String> attempts)
      implements Outcome {}

  /**
   * An answer began and did not reach its end.
   *
   * @param cause {@code client-gone}, the failure of the deployment, or {@code crash}
   */
  record Interrupted(
      String exchange, Instant at, String deployment, List<String> attempts, String cause)
      implements Outcome {}
}
