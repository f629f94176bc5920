package dev.terroir.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/**
 * The record of what happened and why. A stage completes when its record is on the disk, so that
 * nothing is done before it is recorded; it fails, and every later one with it, once the disk has
 * refused a write: a file that failed to be written is never trusted again. Thread-safe; nothing
 * here blocks the caller.
 */
public final class AuditLog implements AutoCloseable {

  private final Journal journal;

  private AuditLog(Journal journal) {
    this.journal = journal;
  }

  /**
   * Opens the log in {@code directory}, which this process must be alone to write. What an earlier
   * process began and did not end is recorded as interrupted by a crash.
   *
   * @throws IOException when the folder cannot be written, or what is in it was altered
   */
  public static AuditLog open(Path directory, InstantSource clock) throws IOException {
    Recovery recovery = Recovery.of(directory);
    AuditLog log = new AuditLog(new Journal(directory, recovery));
    for (String exchange : recovery.unfinished()) {
      log.outcome(
          new Outcome.Interrupted(exchange, clock.instant(), "", java.util.List.of(), "crash"));
    }
    return log;
  }

  public CompletionStage<Void> intent(Intent intent) {
    return append(Entry.of(intent));
  }

  public CompletionStage<Void> outcome(Outcome outcome) {
    return append(Entry.of(outcome));
  }

  private CompletionStage<Void> append(ObjectNode entry) {
    return journal.append(Json.write(entry).getBytes());
  }

  /** Whether records can still be written. */
  public boolean isWritable() {
    return journal.isWritable();
  }

  /** Writes what is queued and closes the file. */
  @Override
  public void close() {
    journal.close();
  }
}
