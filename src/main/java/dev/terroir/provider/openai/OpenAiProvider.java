package dev.terroir.provider.openai;

import dev.terroir.catalog.Deployment;
import dev.terroir.provider.Call;
import dev.terroir.provider.Failure;
import dev.terroir.provider.HttpClients;
import dev.terroir.provider.Provider;
import dev.terroir.provider.Reply;
import dev.terroir.routing.Candidate;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Calls deployments that speak OpenAI's chat completions. Redirects are not followed, encodings not
 * asked for, and only the head that is written here is sent. Thread-safe.
 */
public final class OpenAiProvider implements Provider {

  private static final CharSequence EXCHANGE = HttpHeaders.createOptimized("x-request-id");
  private static final CharSequence IDENTITY = HttpHeaders.createOptimized("identity");
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence EVENTS = HttpHeaders.createOptimized("text/event-stream");

  private final HttpClients clients;

  /**
   * @param clients for HTTP/1.1: a cancelled stream must not take its neighbours' connection along
   */
  public OpenAiProvider(HttpClients clients) {
    this.clients = clients;
  }

  @Override
  public Future<Reply> send(Candidate candidate, Call call) {
    Deployment deployment = candidate.deployment();
    return clients
        .ofThisEventLoop()
        .request(options(deployment.endpoint(), call))
        .compose(request -> write(request, deployment, call))
        .otherwise(e -> new Reply.Failed(Failure.of(kind(e))));
  }

  private static RequestOptions options(URI endpoint, Call call) {
    boolean secure = "https".equals(endpoint.getScheme());
    int port = endpoint.getPort() >= 0 ? endpoint.getPort() : secure ? 443 : 80;
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(endpoint.getHost())
        .setPort(port)
        .setSsl(secure)
        .setURI(endpoint.getPath() + "/chat/completions")
        .setConnectTimeout(call.deadlines().connect().toMillis())
        .setFollowRedirects(false);
  }

  /** The permit is checked in the turn in which the first byte is written. */
  private Future<Reply> write(HttpClientRequest request, Deployment deployment, Call call) {
    if (!call.clearance().getAsBoolean() || call.abandoned().isComplete()) {
      request.reset();
      return failed(Failure.Kind.PERMIT_WITHDRAWN);
    }
    Buffer body = call.request().forDeployment(deployment.servedAs());
    request
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
        .putHeader(HttpHeaders.ACCEPT, call.request().stream() ? EVENTS : JSON)
        .putHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY)
        .putHeader(EXCHANGE, call.exchange());
    deployment
        .credential()
        .secret()
        .ifPresent(
            secret ->
                secret.use(key -> request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key)));
    return new Pending(request, deployment, call).send(body);
  }

  static Future<Reply> failed(Failure.Kind kind) {
    return Future.succeededFuture(new Reply.Failed(Failure.of(kind)));
  }

  /** Netty's limit is on the connection itself, Vert.x's on the wait for one as well. */
  static Failure.Kind kind(Throwable e) {
    return e instanceof ConnectTimeoutException || e instanceof TimeoutException
        ? Failure.Kind.CONNECT_TIMEOUT
        : Failure.Kind.CONNECT_FAILED;
  }

  /** What a head says that is not 200. */
  static Failure failure(HttpClientResponse response, String message) {
    Failure.Kind kind =
        switch (response.statusCode()) {
          case 400, 413, 422 -> Failure.Kind.BAD_REQUEST;
          case 401, 403 -> Failure.Kind.REFUSED_CREDENTIAL;
          case 429 -> Failure.Kind.RATE_LIMITED;
          default ->
              response.statusCode() >= 500
                  ? Failure.Kind.UNAVAILABLE
                  : Failure.Kind.INVALID_RESPONSE;
        };
    boolean callersFault = kind == Failure.Kind.BAD_REQUEST;
    return new Failure(
        kind,
        Optional.ofNullable(response.getHeader("retry-after")).flatMap(RetryAfter::parse),
        callersFault ? message : "",
        "");
  }
}
