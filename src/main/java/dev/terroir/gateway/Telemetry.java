package dev.terroir.gateway;

import dev.terroir.audit.Outcome;
import dev.terroir.catalog.DeploymentId;
import dev.terroir.policy.Watched;
import dev.terroir.provider.Failure;
import java.time.Duration;

/**
 * Who hears what happens, for metrics and logs. What it hears holds no prompt, no answer, no
 * credential. Called on event loops: must not block. The only part that may fail open.
 */
public interface Telemetry {

  /** Hears nothing. */
  Telemetry NONE =
      new Telemetry() {
        @Override
        public void ended(Outcome outcome, Notes notes, Duration took) {}

        @Override
        public void firstToken(DeploymentId deployment, Duration took) {}

        @Override
        public void attemptFailed(DeploymentId deployment, Failure.Kind kind) {}

        @Override
        public void watched(Watched watched) {}

        @Override
        public void bug(String exchange, Throwable cause) {}
      };

  void ended(Outcome outcome, Notes notes, Duration took);

  void firstToken(DeploymentId deployment, Duration took);

  void attemptFailed(DeploymentId deployment, Failure.Kind kind);

  /** What a rule that decides nothing yet would have done to an exchange; once for each. */
  void watched(Watched watched);

  /** A mistake in the gateway. */
  void bug(String exchange, Throwable cause);
}
