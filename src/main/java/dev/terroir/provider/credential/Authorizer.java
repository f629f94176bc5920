package dev.terroir.provider.credential;

import dev.terroir.catalog.Deployment;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.Map;

/**
 * Makes of a deployment's credential what shows that a request may be made. Thread-safe; called on
 * an event loop, which it does not hold up.
 */
public interface Authorizer {

  /** The headers that are sent with a request. A failure means that none could be made. */
  Future<Map<String, String>> authorize(Subject subject);

  /**
   * A request that is about to be made.
   *
   * @param target the whole address
   */
  record Subject(Deployment deployment, URI target, Buffer body) {}
}
