package dev.terroir.config.reload;

import dev.terroir.gateway.Snapshot;
import dev.terroir.policy.folder.Editions;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.FolderText;
import dev.terroir.policy.folder.PolicyFolder;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.PolicyFolder.Reading;
import dev.terroir.policy.folder.Rejection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds the policies in force. A changed folder is read whole, checked and tested before it takes
 * their place, all of it in one step; one that has a fault changes nothing, and is reported. What
 * it holds may be read from any thread; {@link #look} is for one thread.
 */
public final class Reloader {

  private final Parts parts;
  private volatile Standing standing;
  private Optional<Seen> judged;
  private Optional<Seen> unsettled = Optional.empty();

  /**
   * What a reloader works with.
   *
   * @param loading makes a snapshot of what a folder holds
   * @param credentials what the credentials would be if they were read now, where that is not what
   *     they are
   * @param selfTest whether the scenarios must be decided as expected
   */
  public record Parts(
      PolicyFolder files,
      Path folder,
      Function<Contents, Snapshot> loading,
      Function<Contents, Map<String, ?>> credentials,
      boolean selfTest,
      Clock clock,
      ReloadTelemetry telemetry) {}

  /** What can be seen of the folder, and of what it refers to. */
  private record Seen(FolderText texts, Map<String, ?> credentials) {

    Seen {
      credentials = Map.copyOf(credentials);
    }
  }

  /** What a look at changed texts came to. */
  private sealed interface Judgement {

    record Good(Contents contents) implements Judgement {}

    record Bad(List<Fault> faults) implements Judgement {}
  }

  private Reloader(Parts parts, Standing standing) {
    this.parts = parts;
    this.standing = standing;
    this.judged = Optional.of(new Seen(standing.edition().texts(), Map.of()));
  }

  /**
   * Takes over the folder as it is.
   *
   * @throws IllegalStateException when it has a fault
   */
  public static Reloader open(Parts parts) {
    FolderText texts = parts.files().gather(parts.folder());
    return switch (judge(parts, texts)) {
      case Judgement.Good(var contents) ->
          new Reloader(parts, taken(parts, Editions.NONE, texts, contents));
      case Judgement.Bad(var faults) -> {
        parts.telemetry().refused(new Rejection(texts.digest(), parts.clock().instant(), faults));
        throw new IllegalStateException(
            faults.size()
                + (faults.size() == 1 ? " fault" : " faults")
                + " in `"
                + parts.folder()
                + "`, the first: "
                + faults.getFirst());
      }
    };
  }

  /** What the gateway decides by. */
  public Snapshot snapshot() {
    return standing.snapshot();
  }

  public Standing standing() {
    return standing;
  }

  /**
   * Looks at the folder once. What has changed is taken over, or refused, when a second look finds
   * it as the first did: editors write in pieces.
   *
   * @return whether there is a change that wants the second look
   */
  public boolean look() {
    try {
      return compare(see());
    } catch (RuntimeException e) {
      stumble(e);
      return false;
    }
  }

  /** What is in force stays; the next look may do better. */
  private void stumble(RuntimeException bug) {
    String message = "the gateway failed to read the folder by a mistake of its own: see its log";
    Fault fault = new Fault(parts.folder().toString(), 1, 1, message);
    judged = Optional.empty();
    unsettled = Optional.empty();
    if (refuse(new Rejection("", parts.clock().instant(), List.of(fault)))) {
      parts.telemetry().bug(bug);
    }
  }

  private Seen see() {
    return new Seen(
        parts.files().gather(parts.folder()), parts.credentials().apply(standing.contents()));
  }

  private boolean compare(Seen seen) {
    boolean settled = unsettled.filter(seen::equals).isPresent();
    unsettled = Optional.empty();
    if (judged.filter(seen::equals).isPresent()) {
      return false;
    }
    if (settled) {
      judged = Optional.of(seen);
      act(seen);
      return false;
    }
    unsettled = Optional.of(seen);
    return true;
  }

  private void act(Seen seen) {
    Instant begun = parts.clock().instant();
    switch (judge(parts, seen.texts)) {
      case Judgement.Good(var contents) -> {
        standing = taken(parts, standing.editions(), seen.texts, contents);
        judged = Optional.of(new Seen(standing.edition().texts(), Map.of()));
        parts.telemetry().swapped(standing, since(parts, begun));
      }
      case Judgement.Bad(var faults) -> refuse(new Rejection(seen.texts.digest(), begun, faults));
    }
  }

  /** Whether it was not known already. */
  private boolean refuse(Rejection rejection) {
    boolean known =
        standing
            .rejection()
            .filter(last -> last.digest().equals(rejection.digest()))
            .filter(last -> last.faults().equals(rejection.faults()))
            .isPresent();
    standing = standing.rejecting(rejection);
    if (!known) {
      parts.telemetry().refused(rejection);
    }
    return !known;
  }

  private static Judgement judge(Parts parts, FolderText texts) {
    return switch (parts.files().read(texts)) {
      case Reading.Faulty(var faults) -> new Judgement.Bad(faults);
      case Reading.Sound(var contents) -> {
        List<Fault> faults =
            parts.selfTest() ? SelfTest.faults(contents, today(parts.clock())) : List.of();
        yield faults.isEmpty() ? new Judgement.Good(contents) : new Judgement.Bad(faults);
      }
    };
  }

  private static Standing taken(Parts parts, Editions before, FolderText texts, Contents contents) {
    Snapshot snapshot = parts.loading().apply(contents);
    Editions editions = before.with(texts, parts.clock().instant());
    return new Standing(snapshot, contents, editions, Optional.empty());
  }

  private static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Duration since(Parts parts, Instant begun) {
    return Duration.between(begun, parts.clock().instant());
  }
}
