package dev.terroir.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;

/**
 * Appends lines in batches: one thread writes whatever has queued up and syncs once for all of it,
 * so that the more is written, the less each record costs (group commit). A record that comes alone
 * is written at once; where records come side by side the next ones are waited for as long as a
 * sync takes, as databases do (PostgreSQL's {@code commit_delay}). Thread-safe.
 */
final class Journal implements AutoCloseable {

  private static final int MOST_QUEUED = 65_536;
  private static final long SEGMENT_BYTES = 64L << 20;
  private static final long LONGEST_WAIT_NANOS = 500_000;
  private static final Pending STOP = new Pending(new byte[0]);

  private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(MOST_QUEUED);
  private final Path directory;
  private final Thread writer;
  private volatile boolean writable = true;
  private FileChannel file;
  private long fileBytes;
  private long records;
  private int together;
  private long syncNanos;
  private String digest;

  private static final class Pending {
    private final byte[] json;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    Pending(byte[] json) {
      this.json = json;
    }
  }

  Journal(Path directory, Recovery recovery) throws IOException {
    this.directory = directory;
    this.records = recovery.records();
    this.digest = recovery.digest();
    List<Path> files = Segments.in(directory);
    this.file = open(files.isEmpty() ? Segments.named(directory, 1) : files.getLast());
    this.fileBytes = file.size();
    this.writer = Thread.ofPlatform().name("audit").daemon().start(this::write);
  }

  private static FileChannel open(Path path) throws IOException {
    FileChannel opened =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (opened.tryLock() == null) {
      throw new IOException("another process writes the audit log `" + path + "`");
    }
    return opened;
  }

  boolean isWritable() {
    return writable;
  }

  CompletionStage<Void> append(byte[] json) {
    Pending pending = new Pending(json);
    if (!writable || !queue.offer(pending)) {
      pending.done.completeExceptionally(new IOException("the audit log cannot be written"));
    }
    return pending.done;
  }

  private void write() {
    List<Pending> batch = new ArrayList<>();
    boolean running = true;
    while (running) {
      try {
        batch.add(queue.take());
        awaitCompany();
        queue.drainTo(batch);
        running = !batch.contains(STOP);
        batch.remove(STOP);
        commit(batch);
        batch.forEach(pending -> pending.done.complete(null));
      } catch (IOException | InterruptedException e) {
        running = false;
        writable = false;
        queue.drainTo(batch);
        batch.forEach(pending -> pending.done.completeExceptionally(e));
      }
      batch.clear();
    }
    writable = false;
    closeQuietly();
  }

  private void commit(List<Pending> batch) throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    if (fileBytes > SEGMENT_BYTES) {
      FileChannel next = open(Segments.named(directory, records + 1));
      file.close();
      file = next;
      fileBytes = 0;
    }
    int size = 0;
    for (Pending pending : batch) {
      size += Line.DIGEST_LENGTH + pending.json.length + 2;
    }
    ByteBuffer lines = ByteBuffer.allocate(size);
    for (Pending pending : batch) {
      digest = Line.digest(digest, pending.json);
      lines.put(digest.getBytes(US_ASCII)).put((byte) ' ').put(pending.json).put((byte) '\n');
    }
    lines.flip();
    while (lines.hasRemaining()) {
      file.write(lines);
    }
    long written = System.nanoTime();
    file.force(false);
    syncNanos = System.nanoTime() - written;
    fileBytes += size;
    records += batch.size();
    together = batch.size();
  }

  private void awaitCompany() {
    if (together > 1) {
      LockSupport.parkNanos(Math.min(syncNanos, LONGEST_WAIT_NANOS));
    }
  }

  private void closeQuietly() {
    try {
      file.close();
    } catch (IOException e) {
      writable = false;
    }
  }

  @Override
  public void close() {
    try {
      queue.put(STOP);
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
