package dev.terroir.api;

import dev.terroir.gateway.Gateway;
import dev.terroir.gateway.Inquiries;
import dev.terroir.gateway.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** {@code GET /v1/models}, {@code GET /v1/models/{id}} and {@code POST /v1/decisions}. */
final class InquiryRoutes {

  private static final String MODELS = "/v1/models/";

  private final Inquiries inquiries;
  private final Gateway gateway;
  private final Body.Limits limits;

  InquiryRoutes(Inquiries inquiries, Gateway gateway, Body.Limits limits) {
    this.inquiries = inquiries;
    this.gateway = gateway;
    this.limits = limits;
  }

  void models(HttpServerRequest request) {
    boolean anthropic = request.headers().contains("anthropic-version");
    RequestHead head = new RequestHead(request.headers());
    inquiries.models(
        head.inbound(Buffer.buffer()),
        new OpenAiClient(request, false),
        models ->
            Optional.of(anthropic ? ModelLists.anthropic(models) : ModelLists.openAi(models)));
  }

  /** The id may hold a slash: {@code auto/small}. */
  void model(HttpServerRequest request) {
    boolean anthropic = request.headers().contains("anthropic-version");
    String id = request.path().substring(MODELS.length());
    RequestHead head = new RequestHead(request.headers());
    inquiries.models(
        head.inbound(Buffer.buffer()),
        new OpenAiClient(request, false),
        models -> ModelLists.one(models, id, anthropic));
  }

  void decision(HttpServerRequest request) {
    RequestHead head = new RequestHead(request.headers());
    new Body(request, limits)
        .read(
            body -> inquiries.decision(head.inbound(body), new OpenAiClient(request, false)),
            (Refusal refusal) ->
                gateway.reject(head.requestId(), new OpenAiClient(request, true), refusal));
  }
}
