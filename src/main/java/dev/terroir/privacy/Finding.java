package dev.terroir.privacy;

/**
 * A piece of protected data in a text, by its place: it never holds the text itself.
 *
 * @param kind as in {@code IN.aadhaar}
 * @param start of its first character
 * @param end after its last character
 */
public record Finding(String kind, int start, int end) {}
