package dev.terroir.policy.folder;

import java.time.Instant;

/**
 * The texts of a folder that was taken over.
 *
 * @param digest as it is shown in {@code Terroir-Policy}
 * @param loaded when it was taken over last
 */
public record Edition(String digest, Instant loaded, FolderText texts) {}
