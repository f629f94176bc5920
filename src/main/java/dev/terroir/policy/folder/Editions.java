package dev.terroir.policy.folder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The last editions of the policies, so that a decision can be read back with the texts that it
 * came from. A text that several editions have in common is held once; an edition that is taken
 * over again moves to the front. Immutable.
 *
 * @param list the newest first, at most {@link #MOST}
 */
public record Editions(List<Edition> list) {

  /** How many are kept. */
  public static final int MOST = 20;

  public static final Editions NONE = new Editions(List.of());

  public Editions {
    list = list.stream().limit(MOST).toList();
  }

  /** These and {@code texts}, which have just been taken over. */
  public Editions with(FolderText texts, Instant loaded) {
    String digest = texts.digest();
    Edition newest =
        new Edition(digest, loaded, find(digest).map(Edition::texts).orElse(own(texts)));
    Stream<Edition> others = list.stream().filter(edition -> !edition.digest().equals(digest));
    return new Editions(Stream.concat(Stream.of(newest), others).toList());
  }

  /** The same texts, those that are already held as they are held. */
  private FolderText own(FolderText texts) {
    SortedMap<String, String> files = new TreeMap<>(texts.files());
    files.replaceAll(this::held);
    return new FolderText(files, texts.unreadable());
  }

  private String held(String name, String text) {
    return list.stream()
        .flatMap(edition -> Optional.ofNullable(edition.texts().files().get(name)).stream())
        .filter(text::equals)
        .findFirst()
        .orElse(text);
  }

  /** The edition with this digest, if it is still kept. */
  public Optional<Edition> find(String digest) {
    return list.stream().filter(edition -> edition.digest().equals(digest)).findFirst();
  }
}
