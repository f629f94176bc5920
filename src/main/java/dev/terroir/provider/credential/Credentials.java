package dev.terroir.provider.credential;

import dev.terroir.catalog.Authentication;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** Shows each deployment its own credential, in the way that its file names. */
public final class Credentials implements Authorizer {

  private final Map<Authentication, Authorizer> ways = new EnumMap<>(Authentication.class);

  /**
   * @param background for what waits or takes long
   */
  public Credentials(Vertx vertx, Clock clock, Executor background) {
    ways.put(Authentication.BEARER, new Bearer());
    ways.put(Authentication.KEY, new Key());
    ways.put(Authentication.SIGV4, new AwsSignature(vertx, clock));
    ways.put(Authentication.GOOGLE, new GoogleToken(vertx, background));
  }

  @Override
  public Future<Map<String, String>> authorize(Subject subject) {
    Authentication way = subject.deployment().credential().authentication();
    return ways.getOrDefault(way, new Bearer()).authorize(subject);
  }
}
