package dev.terroir.config.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * Looks at a folder again and again: at an interval, and at once where the system tells of a
 * change. Two looks are never nearer to each other than a change takes to settle.
 */
public final class ReloadLoop implements AutoCloseable {

  private final BooleanSupplier look;
  private final FolderWatch watch;
  private final Pace pace;

  /**
   * @param interval how long a change may go unseen where nobody tells of it
   * @param settle how long a change must lie as it is
   */
  public record Pace(Duration interval, Duration settle) {

    public Pace {
      if (settle.isNegative() || settle.isZero() || interval.compareTo(settle) < 0) {
        throw new IllegalArgumentException(
            "terroir.reload.settle must be above zero and at most terroir.reload.interval, not `"
                + settle
                + "` and `"
                + interval
                + "`");
      }
    }
  }

  private ReloadLoop(BooleanSupplier look, FolderWatch watch, Pace pace) {
    this.look = look;
    this.watch = watch;
    this.pace = pace;
  }

  /**
   * Begins to look.
   *
   * @param look says whether it wants to look again soon
   * @param executor gives it a thread until it is closed
   */
  public static ReloadLoop start(BooleanSupplier look, Path folder, Pace pace, Executor executor) {
    return start(look, FolderWatch.of(folder), pace, executor);
  }

  static ReloadLoop start(BooleanSupplier look, FolderWatch watch, Pace pace, Executor executor) {
    ReloadLoop loop = new ReloadLoop(look, watch, pace);
    executor.execute(loop::run);
    return loop;
  }

  private void run() {
    try {
      while (!watch.isClosed()) {
        watch.renew();
        boolean soon = look.getAsBoolean();
        watch.pause(pace.settle);
        if (!soon) {
          watch.await(pace.interval.minus(pace.settle));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
