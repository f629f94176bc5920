package dev.terroir.gateway;

import dev.terroir.chat.Chunk;
import dev.terroir.chat.Usage;
import dev.terroir.provider.AnswerStream;
import dev.terroir.provider.Failure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Carries a streamed answer from a deployment to the caller, holding at most what the caller's
 * write queue takes. The head is committed with the first chunk, or with the first keep-alive;
 * until then another deployment can still be tried. Used from one event loop, once.
 */
final class Relay implements AnswerStream.Listener {

  private final Vertx vertx;
  private final Exchange exchange;
  private final AnswerStream stream;
  private final Limits limits;
  private final boolean wantsUsage;
  private final Promise<End> end = Promise.promise();
  private Runnable firstChunk = () -> {};
  private Usage usage = Usage.UNKNOWN;
  private boolean committed;
  private boolean answered;
  private boolean spoke;
  private boolean waiting;
  private long keepAliveTimer = -1;
  private long stallTimer = -1;

  Relay(Exchange exchange, AnswerStream stream, Limits limits, boolean wantsUsage) {
    this.vertx = Vertx.currentContext().owner();
    this.exchange = exchange;
    this.stream = stream;
    this.limits = limits;
    this.wantsUsage = wantsUsage;
  }

  /** How a relay ended. */
  sealed interface End {

    /** Everything but the terminal has been delivered. */
    record Complete(Usage usage) implements End {}

    /** The deployment failed before anything of the answer, or its head, was sent. */
    record NothingSent(Failure failure) implements End {}

    /** It failed after that. */
    record Broken(Failure failure) implements End {}

    /** The caller left, or stopped reading. */
    record Left(String cause) implements End {}
  }

  /**
   * Runs to the end.
   *
   * @param onFirstChunk called when the answer begins
   */
  Future<End> run(Runnable onFirstChunk) {
    firstChunk = onFirstChunk;
    exchange.gone().onComplete(gone -> finish(() -> new End.Left("client-gone")));
    keepAliveTimer = vertx.setPeriodic(limits.keepAlive().toMillis(), id -> keepAlive());
    stream.start(this);
    return end.future();
  }

  @Override
  public void chunk(Chunk chunk) {
    if (end.future().isComplete()) {
      return;
    }
    if (!answered) {
      answered = true;
      firstChunk.run();
    }
    commit();
    usage = chunk.usage().orElse(usage);
    if (wantsUsage || !chunk.isUsageOnly()) {
      exchange.client().chunk(chunk);
      spoke = true;
    }
  }

  @Override
  public void caughtUp() {
    if (end.future().isComplete()) {
      return;
    }
    exchange.client().flush();
    if (exchange.client().isFull() && !waiting) {
      waitForCaller();
    }
  }

  private void commit() {
    if (!committed) {
      committed = true;
      exchange.client().begin(exchange.notes());
    }
  }

  private void waitForCaller() {
    waiting = true;
    stream.pause();
    stallTimer =
        vertx.setTimer(
            limits.stall().toMillis(), id -> finish(() -> new End.Left("client-stalled")));
    exchange
        .client()
        .onDrain(
            () -> {
              waiting = false;
              vertx.cancelTimer(stallTimer);
              if (!end.future().isComplete()) {
                stream.resume();
              }
            });
  }

  private void keepAlive() {
    if (!spoke && !waiting) {
      commit();
      exchange.client().keepAlive();
    }
    spoke = false;
  }

  @Override
  public void finished() {
    if (!answered) {
      failed(Failure.of(Failure.Kind.INVALID_RESPONSE));
    } else {
      finish(() -> new End.Complete(usage));
    }
  }

  @Override
  public void failed(Failure failure) {
    finish(() -> committed ? new End.Broken(failure) : new End.NothingSent(failure));
  }

  /** The one way out, whoever comes first; the stream is over or cancelled after it. */
  private void finish(Supplier<End> reason) {
    if (!end.future().isComplete()) {
      vertx.cancelTimer(keepAliveTimer);
      vertx.cancelTimer(stallTimer);
      stream.cancel();
      end.complete(reason.get());
    }
  }
}
