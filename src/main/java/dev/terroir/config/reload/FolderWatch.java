package dev.terroir.config.reload;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Waits, and wakes when something in a folder or in a folder right below it changes. It may miss a
 * change, or know of none where the system cannot tell: whoever waits must look anyway. For one
 * thread, but for {@link #close}.
 */
final class FolderWatch implements AutoCloseable {

  /** More folders than these are not watched. */
  private static final int MOST_FOLDERS = 64;

  private final Path folder;
  private final Optional<WatchService> service;
  private final CountDownLatch closed = new CountDownLatch(1);
  private Set<WatchKey> keys = Set.of();

  private FolderWatch(Path folder, Optional<WatchService> service) {
    this.folder = folder;
    this.service = service;
  }

  /** Watches {@code folder} where the system can tell of changes, and else only waits. */
  static FolderWatch of(Path folder) {
    try {
      return new FolderWatch(folder, Optional.of(folder.getFileSystem().newWatchService()));
    } catch (IOException | UnsupportedOperationException e) {
      return blind(folder);
    }
  }

  /** Only waits. */
  static FolderWatch blind(Path folder) {
    return new FolderWatch(folder, Optional.empty());
  }

  /** Watches the folders that are there now: some may be new, or stand behind another link. */
  void renew() {
    service.ifPresent(
        watches -> {
          Set<WatchKey> now = new HashSet<>();
          folders().forEach(path -> register(path, watches).ifPresent(now::add));
          keys.stream().filter(key -> !now.contains(key)).forEach(WatchKey::cancel);
          keys = now;
        });
  }

  private List<Path> folders() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> below = Files.list(folder)) {
      Stream<Path> shown = below.filter(path -> !path.getFileName().toString().startsWith("."));
      return Stream.concat(Stream.of(folder), shown.filter(Files::isDirectory))
          .limit(MOST_FOLDERS)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(folder);
    }
  }

  private static Optional<WatchKey> register(Path path, WatchService service) {
    try {
      return Optional.of(path.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE));
    } catch (IOException | ClosedWatchServiceException e) {
      return Optional.empty();
    }
  }

  /** Waits until something has changed since the last call, {@code most} at the longest. */
  void await(Duration most) throws InterruptedException {
    if (service.isEmpty()) {
      pause(most);
      return;
    }
    try {
      WatchKey key = service.get().poll(most.toMillis(), TimeUnit.MILLISECONDS);
      while (key != null) {
        key.pollEvents();
        key.reset();
        key = service.get().poll();
      }
    } catch (ClosedWatchServiceException e) {
      closed.countDown();
    }
  }

  /** Waits, whatever happens in the folder. */
  void pause(Duration time) throws InterruptedException {
    closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Whoever waits wakes. */
  @Override
  public void close() {
    closed.countDown();
    try {
      if (service.isPresent()) {
        service.get().close();
      }
    } catch (IOException e) {
      // nothing is lost: no more changes are wanted
      keys = Set.of();
    }
  }
}
