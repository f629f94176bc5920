package dev.terroir.config.reload;

import dev.terroir.policy.folder.Rejection;
import java.time.Duration;

/** Who hears what becomes of a changed folder, for metrics and logs. */
public interface ReloadTelemetry {

  /**
   * @param took from the changed texts to their being in force
   */
  void swapped(Standing standing, Duration took);

  /** The same texts with the same faults are heard of once. */
  void refused(Rejection rejection);

  /** A mistake of the gateway itself while it looked at the folder. */
  void bug(Throwable cause);
}
