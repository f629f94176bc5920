package dev.terroir.policy.rule;

import dev.terroir.jurisdiction.InForce;
import java.util.Optional;

/**
 * The law that a rule carries out, and how we know of it.
 *
 * @param citation where in it
 * @param inForce the days on which it is law, as far as the file says
 * @param source where the fact was read
 * @param confidence {@code high}, {@code medium} or {@code low}
 * @param note what to know before relying on it
 */
public record Law(
    String id,
    String title,
    Optional<String> citation,
    InForce inForce,
    String source,
    String confidence,
    Optional<String> note) {}
