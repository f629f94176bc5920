package dev.terroir.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.catalog.Deployment;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Operation;
import dev.terroir.chat.Usage;
import dev.terroir.provider.Failure;
import dev.terroir.provider.Reply;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.wire.Decoder;
import dev.terroir.provider.wire.Outgoing;
import dev.terroir.provider.wire.Rejection;
import dev.terroir.provider.wire.Sink;
import dev.terroir.provider.wire.SseDecoder;
import dev.terroir.provider.wire.Translator;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * OpenAI's chat completions, which is the canonical form itself: all that a caller says is sent,
 * and all that a server says is relayed, chunk by chunk, as bytes. Only the model's name is
 * changed.
 */
public final class OpenAiTranslator implements Translator {

  @Override
  public Outgoing outgoing(ChatRequest request, Deployment deployment) {
    return Outgoing.to(path(request.operation()), body(request, deployment));
  }

  /** Vectors as well, where the server has a model that makes them. */
  @Override
  public boolean speaks(Operation operation) {
    return true;
  }

  static String path(Operation operation) {
    return switch (operation) {
      case CHAT -> "/chat/completions";
      case EMBEDDINGS -> "/embeddings";
    };
  }

  static Buffer body(ChatRequest request, Deployment deployment) {
    ChatRequest asked = OpenAiEmbeddings.asked(WithoutState.of(request));
    return asked.forDeployment(deployment.servedAs());
  }

  @Override
  public Optional<Reply> answer(Buffer body, ChatRequest request, Heading heading) {
    return whole(body, request, heading);
  }

  static Optional<Reply> whole(Buffer body, ChatRequest request, Heading heading) {
    return switch (request.operation()) {
      case CHAT -> whole(Translator.root(body), heading);
      case EMBEDDINGS -> OpenAiEmbeddings.answer(body, heading.model(), request.inputs().size());
    };
  }

  @Override
  public Optional<Reply> answer(ObjectNode root, Heading heading) {
    return whole(root, heading);
  }

  static Optional<Reply> whole(ObjectNode root, Heading heading) {
    if (!root.path("choices").isArray()) {
      return Optional.empty();
    }
    root.put("model", heading.model());
    return Optional.of(new Reply.Answered(root, Usage.of(root.path("usage"))));
  }

  @Override
  public Decoder decoder(Heading heading, Sink sink) {
    return events(heading, sink);
  }

  /** Complete when the server has said {@code [DONE]}, and not otherwise. */
  static Decoder events(Heading heading, Sink sink) {
    OpenAiEvents events = new OpenAiEvents(heading.model(), sink);
    return SseDecoder.withTerminal(sink, events::read);
  }

  @Override
  public Failure failure(Rejection rejection) {
    return rejected(rejection);
  }

  static Failure rejected(Rejection rejection) {
    JsonNode error = rejection.body().path("error");
    Failure.Kind kind =
        switch (error.path("code").asText()) {
          case "context_length_exceeded" -> Failure.Kind.CONTEXT_TOO_LONG;
          case "content_filter", "content_policy_violation" -> Failure.Kind.CONTENT_FILTERED;
          case "insufficient_quota" -> Failure.Kind.QUOTA_SPENT;
          default -> rejection.kindOfStatus();
        };
    return rejection.failed(kind, error.path("message").asText());
  }
}
