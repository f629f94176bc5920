package dev.terroir.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.catalog.Deployment;
import dev.terroir.chat.Json;
import dev.terroir.chat.StrictJson;
import dev.terroir.chat.Usage;
import dev.terroir.provider.Call;
import dev.terroir.provider.Deadlines;
import dev.terroir.provider.Failure;
import dev.terroir.provider.Reply;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;

/** A request that has been sent and waits for its answer. Used once, on one event loop. */
final class Pending {

  private static final int LARGEST_ANSWER = 16 << 20;
  private static final int LARGEST_MESSAGE = 1000;

  private final HttpClientRequest request;
  private final Deployment deployment;
  private final Call call;
  private final Promise<Reply> reply = Promise.promise();

  Pending(HttpClientRequest request, Deployment deployment, Call call) {
    this.request = request;
    this.deployment = deployment;
    this.call = call;
  }

  Future<Reply> send(Buffer body) {
    Vertx vertx = Vertx.currentContext().owner();
    long timer = vertx.setTimer(patience().toMillis(), id -> giveUp(Failure.of(impatience())));
    request.exceptionHandler(e -> giveUp(Failure.of(Failure.Kind.BROKEN_STREAM)));
    request
        .send(body)
        .onSuccess(this::head)
        .onFailure(e -> giveUp(Failure.of(OpenAiProvider.kind(e))));
    call.abandoned().onComplete(gone -> giveUp(Failure.of(Failure.Kind.PERMIT_WITHDRAWN)));
    return reply.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  /** A whole answer comes when all of it has been written; a streamed one begins with a token. */
  private Duration patience() {
    Deadlines deadlines = call.deadlines();
    return call.request().stream() ? deadlines.firstToken() : deadlines.total();
  }

  private Failure.Kind impatience() {
    return call.request().stream() ? Failure.Kind.FIRST_TOKEN_TIMEOUT : Failure.Kind.TOTAL_TIMEOUT;
  }

  private void giveUp(Failure failure) {
    if (reply.tryComplete(new Reply.Failed(failure))) {
      request.reset();
    }
  }

  private void head(HttpClientResponse response) {
    boolean encoded = response.headers().contains(HttpHeaders.CONTENT_ENCODING);
    String type = String.valueOf(response.getHeader(HttpHeaders.CONTENT_TYPE));
    boolean events = type.startsWith("text/event-stream");
    if (response.statusCode() != 200) {
      whole(response, LARGEST_ANSWER >> 8, body -> failed(response, body));
    } else if (encoded || events != call.request().stream()) {
      giveUp(Failure.of(Failure.Kind.INVALID_RESPONSE));
    } else if (events) {
      OpenAiStream stream =
          new OpenAiStream(request, response, deployment.model().id().value(), call.deadlines());
      if (!reply.tryComplete(new Reply.Streaming(stream))) {
        stream.cancel();
      }
    } else {
      whole(response, LARGEST_ANSWER, this::answer);
    }
  }

  private void whole(
      HttpClientResponse response, int largest, java.util.function.Function<Buffer, Reply> read) {
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

  private Reply answer(Buffer body) {
    ObjectNode root = root(body);
    if (!root.path("choices").isArray()) {
      return new Reply.Failed(Failure.of(Failure.Kind.INVALID_RESPONSE));
    }
    root.put("model", deployment.model().id().value());
    return new Reply.Answered(Json.write(root), Usage.of(root.path("usage")));
  }

  /** The JSON object that {@code body} is, or an empty one. */
  private static ObjectNode root(Buffer body) {
    return StrictJson.read(body) instanceof StrictJson.Reading.Document(ObjectNode root)
        ? root
        : Json.object();
  }

  private Reply failed(HttpClientResponse response, Buffer body) {
    JsonNode message = root(body).path("error").path("message");
    String text = message.isTextual() ? message.asText() : "the request was refused by the model";
    return new Reply.Failed(
        OpenAiProvider.failure(
            response, text.substring(0, Math.min(text.length(), LARGEST_MESSAGE))));
  }
}
