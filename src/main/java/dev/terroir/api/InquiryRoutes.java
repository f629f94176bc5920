package dev.terroir.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.api.dialect.Idiom;
import dev.terroir.api.dialect.Written;
import dev.terroir.gateway.Inquiries;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code GET /v1/models} and {@code GET /v1/models/{id}}, in the shapes of OpenAI and Anthropic.
 */
final class InquiryRoutes {

  private final Inquiries inquiries;

  InquiryRoutes(Inquiries inquiries) {
    this.inquiries = inquiries;
  }

  static boolean speaksAnthropic(HttpServerRequest request) {
    return request.headers().contains("anthropic-version");
  }

  void models(HttpServerRequest request) {
    boolean anthropic = speaksAnthropic(request);
    ask(
        request,
        models ->
            Optional.of(anthropic ? ModelLists.anthropic(models) : ModelLists.openAi(models)));
  }

  /** The id may hold a slash: {@code auto/small}. */
  void model(HttpServerRequest request) {
    boolean anthropic = speaksAnthropic(request);
    String id = request.path().substring(Route.MODEL.path().length());
    ask(request, models -> ModelLists.one(models, id, anthropic));
  }

  private void ask(
      HttpServerRequest request, Function<List<Inquiries.Listed>, Optional<ObjectNode>> render) {
    Idiom written = new Written(Routes.idiom(request), Map.of());
    inquiries.models(
        new RequestHead(request.headers()).inbound(Buffer.buffer(), written),
        new HttpCaller(request, written, false),
        render);
  }
}
