package dev.terroir.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One line of the log: the SHA-256 of the previous line's digest and this line's JSON, a space, the
 * JSON. Altering, dropping, inserting or swapping a line breaks every digest after it.
 */
final class Line {

  static final int DIGEST_LENGTH = 64;

  /** What the first line of a log follows on. */
  static final String START = "0".repeat(DIGEST_LENGTH);

  private Line() {}

  static String digest(String previous, byte[] json) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(previous.getBytes(US_ASCII));
      return HexFormat.of().formatHex(sha.digest(json));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
