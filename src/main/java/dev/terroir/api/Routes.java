package dev.terroir.api;

import dev.terroir.gateway.Gateway;
import dev.terroir.gateway.Inquiries;
import dev.terroir.gateway.Operations;
import dev.terroir.gateway.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Every route there is: what is not named here is not found. The head of each request is checked
 * before its route is looked for.
 */
public final class Routes {

  private static final String CHAT = "/v1/chat/completions";
  private static final String DECISIONS = "/v1/decisions";
  private static final String MODELS = "/v1/models";
  private static final Set<String> PATHS = Set.of(CHAT, DECISIONS, MODELS);

  private final Gateway gateway;
  private final ChatRoute chat;
  private final InquiryRoutes inquiries;
  private final Optional<OperatorRoutes> operators;

  /**
   * @param operations where operators may call
   * @param largestBody in bytes
   * @param slowestBody how long a body may take to come
   */
  public Routes(
      Gateway gateway,
      Inquiries inquiries,
      Optional<Operations> operations,
      int largestBody,
      Duration slowestBody) {
    Body.Limits limits = new Body.Limits(largestBody, slowestBody);
    this.gateway = gateway;
    this.chat = new ChatRoute(gateway, limits);
    this.inquiries = new InquiryRoutes(inquiries, gateway, limits);
    this.operators = operations.map(it -> new OperatorRoutes(it, limits));
  }

  /**
   * @param isOthers whether a path belongs to somebody else on this router
   */
  public void mount(Router router, java.util.function.Predicate<String> isOthers) {
    router
        .route()
        .order(Integer.MIN_VALUE)
        .handler(
            context -> {
              if (isOthers.test(String.valueOf(context.request().path()))) {
                context.next();
              } else {
                handle(context.request());
              }
            });
  }

  /** Handles a request. Called on an event loop. */
  public void handle(HttpServerRequest request) {
    Optional<Refusal> refusal =
        Edge.check(request).or(() -> new RequestHead(request.headers()).reserved());
    if (refusal.isPresent()) {
      reject(request, refusal.get());
      return;
    }
    String path = String.valueOf(request.path());
    if (operators.isPresent() && path.startsWith(OperatorRoutes.ROOT)) {
      operators.get().handle(request);
      return;
    }
    String route = request.method().name() + " " + path;
    switch (route) {
      case "POST " + CHAT -> chat.handle(request);
      case "POST " + DECISIONS -> inquiries.decision(request);
      case "GET " + MODELS -> inquiries.models(request);
      default -> {
        if (route.startsWith("GET " + MODELS + "/") && path.length() > MODELS.length() + 1) {
          inquiries.model(request);
        } else {
          reject(request, unknown(path));
        }
      }
    }
  }

  private static Refusal unknown(String path) {
    return PATHS.contains(path)
        ? Refusal.failed(405, "method_not_allowed", "this path does not take this method")
        : Refusal.notFound("not_found", "there is no such path", "");
  }

  private void reject(HttpServerRequest request, Refusal refusal) {
    RequestHead head = new RequestHead(request.headers());
    gateway.reject(head.requestId(), new OpenAiClient(request, true), refusal);
  }
}
