package dev.terroir.provider.wire;

import dev.terroir.chat.Chunk;
import dev.terroir.provider.AnswerStream;
import dev.terroir.provider.Deadlines;
import dev.terroir.provider.Failure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A streamed answer that comes over HTTP. It is complete when its decoder says so, and not
 * otherwise. Used from one event loop.
 */
final class HttpStream implements AnswerStream, Sink {

  /** How long a server may take to end its response after it has said that it is done. */
  private static final Duration DRAIN = Duration.ofSeconds(2);

  private final HttpClientRequest request;
  private final HttpClientResponse response;
  private final Deadlines deadlines;
  private final Context context = Vertx.currentContext();
  private final Vertx vertx = context.owner();
  private final Decoder decoder;
  private Optional<Listener> listener = Optional.empty();
  private boolean over;
  private boolean started;
  private boolean paused;
  private boolean deliveryDue;
  private long silenceTimer = -1;
  private long totalTimer = -1;
  private long drainTimer = -1;
  private long lastHeardNanos;

  HttpStream(
      HttpClientRequest request,
      HttpClientResponse response,
      Deadlines deadlines,
      Function<Sink, Decoder> dialect) {
    this.request = request;
    this.response = response.pause();
    this.deadlines = deadlines;
    this.decoder = dialect.apply(this);
    response.exceptionHandler(e -> failed(Failure.Kind.BROKEN_STREAM));
  }

  @Override
  public void start(Listener heard) {
    if (over) {
      heard.failed(Failure.of(Failure.Kind.BROKEN_STREAM));
      return;
    }
    listener = Optional.of(heard);
    lastHeardNanos = System.nanoTime();
    totalTimer =
        vertx.setTimer(deadlines.total().toMillis(), id -> failed(Failure.Kind.TOTAL_TIMEOUT));
    watchSilence(deadlines.firstToken());
    response.handler(
        buffer -> {
          decoder.read(buffer);
          if (!over && !deliveryDue) {
            deliveryDue = true;
            context.runOnContext(now -> deliver());
          }
        });
    response.endHandler(
        end -> {
          decoder.end();
          vertx.cancelTimer(drainTimer);
          failed(Failure.Kind.BROKEN_STREAM);
        });
    response.resume();
  }

  /** Runs after all that one read brought: many events then cost one write. */
  private void deliver() {
    deliveryDue = false;
    if (!over) {
      listener.ifPresent(Listener::caughtUp);
    }
  }

  /** One timer for many events: it looks when the last one was, and sets itself again. */
  private void watchSilence(Duration remaining) {
    silenceTimer =
        vertx.setTimer(
            Math.max(1, remaining.toMillis()),
            id -> {
              Duration silence = Duration.ofNanos(System.nanoTime() - lastHeardNanos);
              Duration limit = started ? deadlines.idle() : deadlines.firstToken();
              if (paused) {
                watchSilence(limit);
              } else if (silence.compareTo(limit) < 0) {
                watchSilence(limit.minus(silence));
              } else {
                failed(started ? Failure.Kind.IDLE_TIMEOUT : Failure.Kind.FIRST_TOKEN_TIMEOUT);
              }
            });
  }

  @Override
  public void chunk(Chunk chunk) {
    if (!over) {
      lastHeardNanos = System.nanoTime();
      begin();
      listener.ifPresent(heard -> heard.chunk(chunk));
    }
  }

  /** Does not count as a token: who only says that it is alive has not begun to answer. */
  @Override
  public void alive() {
    if (started) {
      lastHeardNanos = System.nanoTime();
    }
  }

  @Override
  public void finished() {
    if (!over) {
      end(true);
      listener.ifPresent(Listener::finished);
    }
  }

  @Override
  public void failed(Failure.Kind kind) {
    if (!over) {
      end(false);
      listener.ifPresent(heard -> heard.failed(Failure.of(kind)));
    }
  }

  /** From the first chunk on another silence is too long. */
  private void begin() {
    if (!started) {
      started = true;
      vertx.cancelTimer(silenceTimer);
      watchSilence(deadlines.idle());
    }
  }

  /** A connection whose answer did not end as it should is not used again. */
  private void end(boolean clean) {
    over = true;
    vertx.cancelTimer(silenceTimer);
    vertx.cancelTimer(totalTimer);
    if (clean) {
      drainTimer = vertx.setTimer(DRAIN.toMillis(), id -> request.reset());
    } else {
      request.reset();
    }
  }

  @Override
  public void pause() {
    paused = true;
    response.pause();
  }

  @Override
  public void resume() {
    paused = false;
    lastHeardNanos = System.nanoTime();
    response.resume();
  }

  @Override
  public void cancel() {
    if (!over) {
      end(false);
    }
  }
}
