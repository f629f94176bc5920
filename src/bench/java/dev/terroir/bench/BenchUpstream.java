package dev.terroir.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** A deployment that answers at once, the same each time. */
final class BenchUpstream implements AutoCloseable {

  static final int CHUNKS = 20;

  private static final String HEAD =
      "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion%s\",\"created\":1795478400,"
          + "\"model\":\"m\",\"choices\":[{\"index\":0,";
  private static final String USAGE =
      "\"usage\":{\"prompt_tokens\":60,\"completion_tokens\":20,\"total_tokens\":80}}";
  private static final Buffer WHOLE =
      Buffer.buffer(
          HEAD.formatted("")
              + "\"message\":{\"role\":\"assistant\",\"content\":\"Some 20 litres a square"
              + " metre.\"},\"finish_reason\":\"stop\"}],"
              + USAGE);
  private static final Buffer CHUNK =
      Buffer.buffer(
          "data: "
              + HEAD.formatted(".chunk")
              + "\"delta\":{\"content\":\"Some \"},\"finish_reason\":null}]}\n\n");
  private static final Buffer DONE = Buffer.buffer("data: [DONE]\n\n");

  private final HttpServer server;

  private BenchUpstream(HttpServer server) {
    this.server = server;
  }

  static BenchUpstream start(Vertx vertx) {
    HttpServer server = vertx.createHttpServer().requestHandler(BenchUpstream::handle);
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    return new BenchUpstream(server);
  }

  int port() {
    return server.actualPort();
  }

  private static void handle(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              if (body.toString().contains("\"stream\":true")) {
                stream(request.response());
              } else {
                request.response().putHeader("content-type", "application/json").end(WHOLE);
              }
            });
  }

  private static void stream(HttpServerResponse response) {
    response.putHeader("content-type", "text/event-stream").setChunked(true);
    for (int i = 0; i < CHUNKS; i++) {
      response.write(CHUNK);
    }
    response.end(DONE);
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
