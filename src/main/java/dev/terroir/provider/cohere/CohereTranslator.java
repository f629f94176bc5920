package dev.terroir.provider.cohere;

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
import java.util.Optional;

/**
 * Cohere's chat of version 2.
 *
 * @see <a href="https://docs.cohere.com/reference/chat">the reference</a>
 */
public final class CohereTranslator implements Translator {

  @Override
  public Outgoing outgoing(ChatRequest request, Deployment deployment) {
    ObjectNode body = CohereRequest.of(request.body());
    body.put("model", deployment.servedAs()).put("stream", request.stream());
    return Outgoing.to("/chat", Json.write(body));
  }

  @Override
  public Optional<Reply> answer(ObjectNode root, Heading heading) {
    return CohereAnswer.read(root, heading);
  }

  /** Complete at {@code message-end}, and not otherwise. */
  @Override
  public Decoder decoder(Heading heading, Sink sink) {
    CohereEvents events = new CohereEvents(heading, sink);
    return SseDecoder.withTerminal(sink, new JsonEvents(sink, events::read));
  }

  @Override
  public Failure failure(Rejection rejection) {
    JsonNode message = rejection.body().path("message");
    boolean tooLong = message.asText().startsWith("too many tokens");
    Failure.Kind kind =
        switch (rejection.status()) {
          case 400, 422 -> tooLong ? Failure.Kind.CONTEXT_TOO_LONG : Failure.Kind.BAD_REQUEST;
          case 498 -> Failure.Kind.REFUSED_CREDENTIAL;
          default -> rejection.kindOfStatus();
        };
    return rejection.failed(kind, message.asText());
  }
}
