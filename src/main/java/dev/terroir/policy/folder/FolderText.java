package dev.terroir.policy.folder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts of a folder, read at one moment. Immutable.
 *
 * @param files by name, relative to the folder
 * @param unreadable the files that could not be read
 */
public record FolderText(SortedMap<String, String> files, List<Fault> unreadable) {

  /** What is shown of the digest: 64 bits are enough to tell one's own snapshots apart. */
  private static final int SHOWN = 16;

  public FolderText {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    unreadable = List.copyOf(unreadable);
  }

  /** These texts with others in place of, or beside, them; an empty text removes a file. */
  public FolderText with(Map<String, String> overlay) {
    SortedMap<String, String> all = new TreeMap<>(files);
    overlay.forEach(
        (name, text) -> {
          if (text.isBlank()) {
            all.remove(name);
          } else {
            all.put(name, text);
          }
        });
    return new FolderText(all, unreadable);
  }

  /** The beginning of the SHA-256 of all names and texts, as hexadecimal. */
  public String digest() {
    MessageDigest sha = sha256();
    files.forEach(
        (name, text) -> sha.update((name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(sha.digest()).substring(0, SHOWN);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
