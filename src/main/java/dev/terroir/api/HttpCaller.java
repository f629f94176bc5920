package dev.terroir.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Idiom;
import dev.terroir.chat.Chunk;
import dev.terroir.gateway.Client;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** A caller who speaks some dialect over HTTP. Used from one event loop. */
final class HttpCaller implements Client {

  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence EVENTS = HttpHeaders.createOptimized("text/event-stream");
  private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");

  /** As nginx's lingering_close. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  private final Vertx vertx = Vertx.currentContext().owner();
  private final HttpServerRequest request;
  private final Idiom idiom;
  private final HttpConnection connection;
  private final HttpServerResponse response;
  private final boolean closeAfter;
  private Buffer taken = Buffer.buffer();

  /**
   * @param closeAfter whether the connection cannot be used for another request
   */
  HttpCaller(HttpServerRequest request, Idiom idiom, boolean closeAfter) {
    this.request = request;
    this.idiom = idiom;
    this.connection = request.connection();
    this.response = request.response();
    this.closeAfter = closeAfter;
  }

  private boolean isOver() {
    return response.ended() || response.closed();
  }

  @Override
  public void answer(Notes notes, ObjectNode body) {
    if (!isOver()) {
      ResponseHead.write(response, notes);
      idiom.headers().forEach(response::putHeader);
      response.putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(idiom.whole(notes, body));
    }
  }

  @Override
  public void refuse(Notes notes, Refusal refusal) {
    if (isOver()) {
      return;
    }
    ResponseHead.write(response, notes);
    ResponseHead.write(response, refusal.retry());
    Buffer body = idiom.error(notes, refusal);
    response.setStatusCode(refusal.status()).putHeader(HttpHeaders.CONTENT_TYPE, JSON);
    if (closeAfter) {
      writeAndClose(body);
    } else {
      response.end(body);
    }
  }

  /**
   * The response is written whole but not ended: at its end the server would handle whatever the
   * caller has sent behind this request. What still comes in is thrown away for a while, since
   * closing a connection with unread bytes would take the answer along.
   */
  private void writeAndClose(Buffer body) {
    response
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
        .write(body)
        .onComplete(
            written -> {
              if (request.isEnded()) {
                connection.close();
              } else {
                request.handler(ignored -> {}).endHandler(end -> connection.close()).resume();
                vertx.setTimer(LINGER.toMillis(), id -> connection.close());
              }
            });
  }

  @Override
  public void begin(Notes notes) {
    if (!isOver()) {
      ResponseHead.write(response, notes);
      response
          .putHeader(HttpHeaders.CONTENT_TYPE, EVENTS)
          .putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE)
          .setChunked(true);
      taken.appendBuffer(idiom.begin(notes));
    }
  }

  @Override
  public void chunk(Chunk chunk) {
    taken.appendBuffer(idiom.events(chunk));
  }

  @Override
  public void flush() {
    if (taken.length() > 0) {
      send(taken);
      taken = Buffer.buffer();
    }
  }

  private void send(Buffer bytes) {
    if (!isOver()) {
      response.write(bytes);
    }
  }

  @Override
  public void keepAlive() {
    send(taken.appendBuffer(idiom.keepAlive()));
    taken = Buffer.buffer();
  }

  @Override
  public void finish() {
    if (!isOver()) {
      response.end(taken.appendBuffer(idiom.end()));
    }
  }

  @Override
  public void breakOff(Refusal refusal) {
    if (!isOver()) {
      response.end(taken.appendBuffer(idiom.brokenOff(refusal)));
    }
  }

  @Override
  public boolean isFull() {
    return !isOver() && response.writeQueueFull();
  }

  @Override
  public void onDrain(Runnable drained) {
    response.drainHandler(now -> drained.run());
  }

  @Override
  public void onGone(Runnable gone) {
    response.exceptionHandler(e -> gone.run());
    response.closeHandler(
        closed -> {
          if (!response.ended()) {
            gone.run();
          }
        });
  }
}
