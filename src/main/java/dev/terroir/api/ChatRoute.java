package dev.terroir.api;

import dev.terroir.gateway.Client;
import dev.terroir.gateway.Gateway;
import io.vertx.core.http.HttpServerRequest;

/** {@code POST /v1/chat/completions}: OpenAI's chat. */
final class ChatRoute {

  private final Gateway gateway;
  private final Body.Limits limits;

  ChatRoute(Gateway gateway, Body.Limits limits) {
    this.gateway = gateway;
    this.limits = limits;
  }

  void handle(HttpServerRequest request) {
    RequestHead head = new RequestHead(request.headers());
    new Body(request, limits)
        .read(
            body -> {
              Client client = new OpenAiClient(request, false);
              gateway.handle(head.inbound(body), client);
            },
            refusal -> {
              Client client = new OpenAiClient(request, true);
              gateway.reject(head.requestId(), client, refusal);
            });
  }
}
