package dev.terroir.provider;

import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.impl.ContextInternal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client with a pool of connections for each event loop, so that an answer is read on the loop
 * that relays it and no byte changes threads. Thread-safe.
 */
public final class HttpClients {

  private final Vertx vertx;
  private final HttpClientOptions options;
  private final Map<EventLoop, HttpClient> clients = new ConcurrentHashMap<>();

  /**
   * @param options of each client; its pool sizes count for one event loop
   */
  public HttpClients(Vertx vertx, HttpClientOptions options) {
    this.vertx = vertx;
    this.options = new HttpClientOptions(options);
  }

  /** The client of the event loop that calls. */
  public HttpClient ofThisEventLoop() {
    ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
    return clients.computeIfAbsent(context.nettyEventLoop(), loop -> create());
  }

  /** What happens to a connection is told to the requests on it; nobody else needs to hear. */
  private HttpClient create() {
    return vertx
        .httpClientBuilder()
        .with(options)
        .with(options.getPoolOptions())
        .withConnectHandler(connection -> connection.exceptionHandler(e -> {}))
        .build();
  }
}
