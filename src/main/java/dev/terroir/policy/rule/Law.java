package dev.terroir.policy.rule;

import java.util.Optional;

/**
 * The law that a rule carries out, and how we know of it.
 *
 * @param citation where in it
 * @param source where the fact was read
 * @param confidence {@code high}, {@code medium} or {@code low}
 * @param note what to know before relying on it
 */
public record Law(
    String id,
    String title,
    Optional<String> citation,
    String source,
    String confidence,
    Optional<String> note) {}
