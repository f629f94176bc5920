package dev.terroir.provider.wire;

import dev.terroir.catalog.Deployment;
import dev.terroir.provider.Call;
import dev.terroir.provider.Failure;
import dev.terroir.provider.HttpClients;
import dev.terroir.provider.Provider;
import dev.terroir.provider.Reply;
import dev.terroir.provider.canonical.Inexpressible;
import dev.terroir.provider.credential.Authorizer;
import dev.terroir.routing.Candidate;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls deployments over HTTP in one dialect. Redirects are not followed, encodings not asked for,
 * and only the head that is written here is sent. Thread-safe.
 */
public final class HttpProvider implements Provider {

  private static final CharSequence EXCHANGE = HttpHeaders.createOptimized("x-request-id");
  private static final CharSequence IDENTITY = HttpHeaders.createOptimized("identity");
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

  private final HttpClients clients;
  private final InstantSource clock;
  private final Translator translator;
  private final Authorizer authorizer;

  /**
   * @param clients for HTTP/1.1: a cancelled stream must not take its neighbours' connection along
   */
  public HttpProvider(
      HttpClients clients, InstantSource clock, Translator translator, Authorizer authorizer) {
    this.clients = clients;
    this.clock = clock;
    this.translator = translator;
    this.authorizer = authorizer;
  }

  @Override
  public Future<Reply> send(Candidate candidate, Call call) {
    Deployment deployment = candidate.deployment();
    if (!translator.speaks(call.request().operation())) {
      return failed(Failure.of(Failure.Kind.NO_ADAPTER));
    }
    Outgoing outgoing;
    try {
      outgoing = translator.outgoing(call.request(), deployment);
    } catch (Inexpressible e) {
      Failure.Kind kind = Failure.Kind.INEXPRESSIBLE;
      return failed(new Failure(kind, Optional.empty(), e.message(), e.param()));
    }
    URI target = URI.create(deployment.endpoint() + outgoing.path());
    return authorize(new Authorizer.Subject(deployment, target, outgoing.body()), call)
        .transform(
            authorized ->
                authorized.succeeded()
                    ? connect(new Message(target, outgoing, authorized.result()), deployment, call)
                    : failed(Failure.of(Failure.Kind.NO_CREDENTIAL)));
  }

  /** To fetch a token is a part of connecting, and may take no longer. */
  private Future<Map<String, String>> authorize(Authorizer.Subject subject, Call call) {
    Future<Map<String, String>> authorization = authorizer.authorize(subject);
    return authorization.isComplete()
        ? authorization
        : authorization.timeout(call.deadlines().connect().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What is sent: the request, and what shows that it may be made. */
  private record Message(URI target, Outgoing outgoing, Map<String, String> authorization) {}

  private Future<Reply> connect(Message message, Deployment deployment, Call call) {
    return clients
        .ofThisEventLoop()
        .request(options(message.target(), call))
        .compose(request -> write(request, message, deployment, call))
        .otherwise(e -> new Reply.Failed(Failure.of(kind(e))));
  }

  private static RequestOptions options(URI target, Call call) {
    boolean secure = "https".equals(target.getScheme());
    int port = target.getPort() >= 0 ? target.getPort() : secure ? 443 : 80;
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(target.getHost())
        .setPort(port)
        .setSsl(secure)
        .setURI(target.getRawPath() + query)
        .setConnectTimeout(call.deadlines().connect().toMillis())
        .setFollowRedirects(false);
  }

  /** The permit is checked in the turn in which the first byte is written. */
  private Future<Reply> write(
      HttpClientRequest request, Message message, Deployment deployment, Call call) {
    if (!call.clearance().getAsBoolean() || call.abandoned().isComplete()) {
      request.reset();
      return failed(Failure.of(Failure.Kind.PERMIT_WITHDRAWN));
    }
    request
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
        .putHeader(HttpHeaders.ACCEPT, call.request().stream() ? translator.streamType() : JSON)
        .putHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY)
        .putHeader(EXCHANGE, call.exchange());
    message.outgoing().headers().forEach(request::putHeader);
    message.authorization().forEach(request::putHeader);
    return new Pending(request, new Pending.Asked(translator, deployment, call, clock.instant()))
        .send(message.outgoing().body());
  }

  private static Future<Reply> failed(Failure failure) {
    return Future.succeededFuture(new Reply.Failed(failure));
  }

  /** Netty's limit is on the connection itself, Vert.x's on the wait for one as well. */
  static Failure.Kind kind(Throwable e) {
    return e instanceof ConnectTimeoutException || e instanceof TimeoutException
        ? Failure.Kind.CONNECT_TIMEOUT
        : Failure.Kind.CONNECT_FAILED;
  }
}
