package dev.terroir.audit;

import java.time.Instant;
import java.util.List;

/**
 * What the gateway is about to do and why. Durable before the first byte goes to a deployment. It
 * holds nothing of the prompt.
 *
 * @param facts what the decision was made from, as {@code name=value}
 * @param policy the digest of the snapshot
 * @param rules the ids of the rules that spoke
 * @param watched what rules that are only watched would do: {@code DE/x=would-deny}
 * @param candidates the deployments that may be tried, in order
 * @param duties those of the first candidate
 */
public record Intent(
    String exchange,
    Instant at,
    String tenant,
    String key,
    List<String> facts,
    String policy,
    List<String> rules,
    List<String> watched,
    List<String> candidates,
    String duties) {}
