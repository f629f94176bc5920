package dev.terroir.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.catalog.Deployment;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Json;
import dev.terroir.provider.Failure;
import dev.terroir.provider.Reply;
import dev.terroir.provider.canonical.AnswerWriter;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.wire.Decoder;
import dev.terroir.provider.wire.JsonEvents;
import dev.terroir.provider.wire.Outgoing;
import dev.terroir.provider.wire.Rejection;
import dev.terroir.provider.wire.RetryAfter;
import dev.terroir.provider.wire.Sink;
import dev.terroir.provider.wire.SseDecoder;
import dev.terroir.provider.wire.Translator;
import java.time.Duration;
import java.util.Optional;

/**
 * Gemini's {@code generateContent}. AI Studio and Vertex AI differ in the endpoint, which holds the
 * project and the location, and in the credential: both are in the host's file.
 *
 * @see <a href="https://ai.google.dev/api/generate-content">the reference</a>
 */
public final class GeminiTranslator implements Translator {

  @Override
  public Outgoing outgoing(ChatRequest request, Deployment deployment) {
    String path = "/models/" + Outgoing.segment(deployment.servedAs());
    String method = request.stream() ? ":streamGenerateContent?alt=sse" : ":generateContent";
    ObjectNode body = GeminiRequest.of(request.body(), deployment.servedAs());
    return Outgoing.to(path + method, Json.write(body));
  }

  @Override
  public Optional<Reply> answer(ObjectNode root, Heading heading) {
    AnswerWriter writer = new AnswerWriter(heading);
    GeminiAnswer answer = new GeminiAnswer(heading, writer::write);
    boolean sound = answer.read(root);
    answer.finish();
    return sound ? writer.answer(answer.counts()) : Optional.empty();
  }

  @Override
  public Decoder decoder(Heading heading, Sink sink) {
    GeminiEvents events = new GeminiEvents(heading, sink);
    return new SseDecoder(sink, new JsonEvents(sink, events::read), events::end);
  }

  @Override
  public Failure failure(Rejection rejection) {
    JsonNode error = rejection.body().path("error");
    String message = error.path("message").asText();
    Failure.Kind kind =
        switch (error.path("status").asText()) {
          case "INVALID_ARGUMENT" -> invalid(error, message);
          case "FAILED_PRECONDITION", "UNAUTHENTICATED", "PERMISSION_DENIED" ->
              Failure.Kind.REFUSED_CREDENTIAL;
          case "RESOURCE_EXHAUSTED" -> Failure.Kind.RATE_LIMITED;
          default -> rejection.kindOfStatus();
        };
    return retryDelay(error)
        .map(delay -> rejection.failed(kind, message, RetryAfter.bounded(delay)))
        .orElseGet(() -> rejection.failed(kind, message));
  }

  /** A bad key is an invalid argument there. */
  private static Failure.Kind invalid(JsonNode error, String message) {
    for (JsonNode detail : error.path("details")) {
      if (detail.path("reason").asText().equals("API_KEY_INVALID")) {
        return Failure.Kind.REFUSED_CREDENTIAL;
      }
    }
    return message.contains("exceeds the maximum number of tokens")
        ? Failure.Kind.CONTEXT_TOO_LONG
        : Failure.Kind.BAD_REQUEST;
  }

  /** As in {@code 34s} or {@code 34.074824224s}. */
  private static Optional<Duration> retryDelay(JsonNode error) {
    for (JsonNode detail : error.path("details")) {
      String delay = detail.path("retryDelay").asText();
      if (delay.matches("\\d{1,6}(\\.\\d{1,9})?s")) {
        double seconds = Double.parseDouble(delay.substring(0, delay.length() - 1));
        return Optional.of(Duration.ofMillis((long) Math.ceil(seconds * 1000)));
      }
    }
    return Optional.empty();
  }
}
