package dev.terroir.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.catalog.Deployment;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Json;
import dev.terroir.provider.Failure;
import dev.terroir.provider.Reply;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.wire.Decoder;
import dev.terroir.provider.wire.JsonEvents;
import dev.terroir.provider.wire.Outgoing;
import dev.terroir.provider.wire.Rejection;
import dev.terroir.provider.wire.Sink;
import dev.terroir.provider.wire.SseDecoder;
import dev.terroir.provider.wire.Translator;
import java.util.Map;
import java.util.Optional;

/**
 * Anthropic's Messages, of the version that the header names. A deployment's region is asked for in
 * each request. At Vertex AI, where the endpoint ends in {@code /publishers/anthropic}, the
 * location is in the endpoint, the model in the path and the version in the body.
 *
 * @see <a href="https://docs.claude.com/en/api/messages">the reference</a>
 */
public final class AnthropicTranslator implements Translator {

  private static final Map<String, String> VERSION = Map.of("anthropic-version", "2023-06-01");
  private static final String AT_VERTEX = "vertex-2023-10-16";

  @Override
  public Outgoing outgoing(ChatRequest request, Deployment deployment) {
    ObjectNode body = AnthropicRequest.of(request.body());
    if (request.stream()) {
      body.put("stream", true);
    }
    if (deployment.endpoint().getPath().endsWith("/publishers/anthropic")) {
      String method = request.stream() ? ":streamRawPredict" : ":rawPredict";
      String model = "/models/" + Outgoing.segment(deployment.servedAs());
      return Outgoing.to(model + method, Json.write(body.put("anthropic_version", AT_VERTEX)));
    }
    body.put("model", deployment.servedAs());
    deployment.region().ifPresent(region -> body.put("inference_geo", region));
    return new Outgoing("/messages", VERSION, Json.write(body));
  }

  @Override
  public Optional<Reply> answer(ObjectNode root, Heading heading) {
    return AnthropicAnswer.read(root, heading);
  }

  /** Complete at {@code message_stop}, and not otherwise. */
  @Override
  public Decoder decoder(Heading heading, Sink sink) {
    AnthropicEvents events = new AnthropicEvents(heading, sink);
    return SseDecoder.withTerminal(sink, new JsonEvents(sink, events::read));
  }

  @Override
  public Failure failure(Rejection rejection) {
    JsonNode error = rejection.body().path("error");
    String message = error.path("message").asText();
    Failure.Kind kind =
        switch (error.path("type").asText()) {
          case "authentication_error", "permission_error" -> Failure.Kind.REFUSED_CREDENTIAL;
          case "billing_error" -> Failure.Kind.QUOTA_SPENT;
          case "overloaded_error" -> Failure.Kind.UNAVAILABLE;
          case "invalid_request_error" -> invalid(message);
          default -> rejection.kindOfStatus();
        };
    return rejection.failed(kind, message);
  }

  /** Two faults have no type of their own, only words. */
  private static Failure.Kind invalid(String message) {
    if (message.contains("prompt is too long") || message.contains("exceed context limit")) {
      return Failure.Kind.CONTEXT_TOO_LONG;
    }
    return message.contains("credit balance is too low")
        ? Failure.Kind.QUOTA_SPENT
        : Failure.Kind.BAD_REQUEST;
  }
}
