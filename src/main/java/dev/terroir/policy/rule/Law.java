package dev.terroir.policy.rule;

/**
 * The law that a rule carries out.
 *
 * @param source where the fact was read
 * @param confidence {@code high}, {@code medium} or {@code low}
 */
public record Law(String id, String title, String source, String confidence) {}
