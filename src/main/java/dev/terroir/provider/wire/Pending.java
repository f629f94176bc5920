package dev.terroir.provider.wire;

import dev.terroir.catalog.Deployment;
import dev.terroir.provider.Call;
import dev.terroir.provider.Deadlines;
import dev.terroir.provider.Failure;
import dev.terroir.provider.Reply;
import dev.terroir.provider.canonical.Heading;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** A request that has been sent and waits for its answer. Used once, on one event loop. */
final class Pending {

  private static final int LARGEST_ANSWER = 16 << 20;

  private final HttpClientRequest request;
  private final Asked asked;
  private final Promise<Reply> reply = Promise.promise();

  /** What was asked of whom, in which dialect, and when. */
  record Asked(Translator translator, Deployment deployment, Call call, Instant at) {

    private Heading heading() {
      return new Heading(
          "chatcmpl-" + call.exchange(),
          at,
          deployment.model().id().value(),
          deployment.model().maker());
    }

    private boolean isStreamed() {
      return call.request().stream();
    }

    /** A whole answer comes when all of it has been written; a streamed one begins with a token. */
    private Duration patience() {
      Deadlines deadlines = call.deadlines();
      return isStreamed() ? deadlines.firstToken() : deadlines.total();
    }

    private Failure.Kind impatience() {
      return isStreamed() ? Failure.Kind.FIRST_TOKEN_TIMEOUT : Failure.Kind.TOTAL_TIMEOUT;
    }
  }

  Pending(HttpClientRequest request, Asked asked) {
    this.request = request;
    this.asked = asked;
  }

  Future<Reply> send(Buffer body) {
    Vertx vertx = Vertx.currentContext().owner();
    long timer =
        vertx.setTimer(asked.patience().toMillis(), id -> giveUp(Failure.of(asked.impatience())));
    request.exceptionHandler(e -> giveUp(Failure.of(Failure.Kind.BROKEN_STREAM)));
    request
        .send(body)
        .onSuccess(this::head)
        .onFailure(e -> giveUp(Failure.of(HttpProvider.kind(e))));
    asked.call().abandoned().onComplete(gone -> giveUp(Failure.of(Failure.Kind.PERMIT_WITHDRAWN)));
    return reply.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private void giveUp(Failure failure) {
    if (reply.tryComplete(new Reply.Failed(failure))) {
      request.reset();
    }
  }

  private void head(HttpClientResponse response) {
    boolean encoded = response.headers().contains(HttpHeaders.CONTENT_ENCODING);
    String type = String.valueOf(response.getHeader(HttpHeaders.CONTENT_TYPE));
    boolean events = type.startsWith(asked.translator().streamType());
    if (response.statusCode() != 200) {
      whole(response, LARGEST_ANSWER >> 8, body -> rejected(response, body));
    } else if (encoded || events != asked.isStreamed()) {
      giveUp(Failure.of(Failure.Kind.INVALID_RESPONSE));
    } else if (events) {
      HttpStream stream =
          new HttpStream(
              request,
              response,
              asked.call().deadlines(),
              sink -> asked.translator().decoder(asked.heading(), sink));
      if (!reply.tryComplete(new Reply.Streaming(stream))) {
        stream.cancel();
      }
    } else {
      whole(response, LARGEST_ANSWER, this::answered);
    }
  }

  private void whole(HttpClientResponse response, int largest, Function<Buffer, Reply> read) {
    Buffer body = Buffer.buffer();
    response.handler(
        part -> {
          if (body.length() + part.length() > largest) {
            giveUp(Failure.of(Failure.Kind.INVALID_RESPONSE));
          } else {
            body.appendBuffer(part);
          }
        });
    response.exceptionHandler(e -> giveUp(Failure.of(Failure.Kind.BROKEN_STREAM)));
    response.endHandler(end -> reply.tryComplete(read.apply(body)));
  }

  private Reply answered(Buffer body) {
    return asked
        .translator()
        .answer(body, asked.call().request(), asked.heading())
        .orElse(new Reply.Failed(Failure.of(Failure.Kind.INVALID_RESPONSE)));
  }

  private Reply rejected(HttpClientResponse response, Buffer body) {
    Rejection rejection =
        new Rejection(
            response.statusCode(), response.headers(), Translator.root(body), asked.deployment());
    return new Reply.Failed(asked.translator().failure(rejection));
  }
}
