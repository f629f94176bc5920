package dev.terroir.config.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a set of files, in the order in which they are added. */
final class Digest {

  /** What is shown: 64 bits are enough to tell one's own snapshots apart. */
  private static final int SHOWN = 16;

  private final MessageDigest sha;

  Digest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void add(String name, String text) {
    sha.update((name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
  }

  String hex() {
    return HexFormat.of().formatHex(sha.digest()).substring(0, SHOWN);
  }
}
