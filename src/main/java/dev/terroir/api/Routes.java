package dev.terroir.api;

import dev.terroir.api.dialect.Idiom;
import dev.terroir.api.dialect.Written;
import dev.terroir.api.dialect.anthropic.MessagesIdiom;
import dev.terroir.api.dialect.openai.ChatIdiom;
import dev.terroir.api.dialect.openai.CompletionsIdiom;
import dev.terroir.api.dialect.openai.EmbeddingsIdiom;
import dev.terroir.api.dialect.responses.ResponsesIdiom;
import dev.terroir.gateway.Gateway;
import dev.terroir.gateway.Inquiries;
import dev.terroir.gateway.Operations;
import dev.terroir.gateway.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Every route there is: what is not named here is not found. The head of each request is checked
 * before its route is looked for.
 */
public final class Routes {

  private static final String MESSAGES = Route.MESSAGES.path() + "/";

  private final Gateway gateway;
  private final Body.Limits limits;
  private final ExchangeRoute chat;
  private final ExchangeRoute completions;
  private final ExchangeRoute responses;
  private final ExchangeRoute embeddings;
  private final ExchangeRoute messages;
  private final ExchangeRoute countTokens;
  private final ExchangeRoute decisions;
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
    this.limits = new Body.Limits(largestBody, slowestBody);
    this.gateway = gateway;
    this.chat = exchanges(ChatIdiom::new);
    this.completions = exchanges(CompletionsIdiom::new);
    this.responses = exchanges(ResponsesIdiom::new);
    this.embeddings = exchanges(EmbeddingsIdiom::new);
    this.messages = exchanges(MessagesIdiom::answering);
    this.countTokens = new ExchangeRoute(gateway, limits, Routes::counting, inquiries::count);
    this.decisions = new ExchangeRoute(gateway, limits, ChatIdiom::new, inquiries::decision);
    this.inquiries = new InquiryRoutes(inquiries);
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
    Optional<Route> route = Route.of(request);
    if (route.isPresent()) {
      handle(route.get(), request);
    } else {
      reject(request, unknown(path));
    }
  }

  private void handle(Route route, HttpServerRequest request) {
    switch (route) {
      case CHAT -> chat.handle(request);
      case COMPLETIONS -> completions.handle(request);
      case RESPONSES -> responses.handle(request);
      case EMBEDDINGS -> embeddings.handle(request);
      case MESSAGES -> messages.handle(request);
      case COUNT_TOKENS -> countTokens.handle(request);
      case MODELS -> inquiries.models(request);
      case MODEL -> inquiries.model(request);
      case DECISIONS -> decisions.handle(request);
    }
  }

  private ExchangeRoute exchanges(Supplier<Idiom> idioms) {
    return new ExchangeRoute(gateway, limits, idioms, gateway::handle);
  }

  /** An estimate says that it is one. */
  private static Idiom counting() {
    return new Written(MessagesIdiom.counting(), Map.of("Terroir-Estimated", "true"));
  }

  private static Refusal unknown(String path) {
    return Route.isKnown(path)
        ? Refusal.failed(405, "method_not_allowed", "this path does not take this method")
        : Refusal.notFound("not_found", "there is no such path", "");
  }

  private void reject(HttpServerRequest request, Refusal refusal) {
    RequestHead head = new RequestHead(request.headers());
    Idiom idiom = idiom(request);
    gateway.reject(head.requestId(), new HttpCaller(request, idiom, true), refusal);
  }

  /** In which errors are written before, or without, a route: by the path, and by who asks. */
  static Idiom idiom(HttpServerRequest request) {
    String path = String.valueOf(request.path());
    boolean messages = path.equals(Route.MESSAGES.path()) || path.startsWith(MESSAGES);
    boolean models = path.equals(Route.MODELS.path()) || path.startsWith(Route.MODEL.path());
    return messages || (models && InquiryRoutes.speaksAnthropic(request))
        ? MessagesIdiom.answering()
        : new ChatIdiom();
  }
}
