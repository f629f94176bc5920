package dev.terroir.provider.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.catalog.Deployment;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Json;
import dev.terroir.provider.Failure;
import dev.terroir.provider.Reply;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.wire.Decoder;
import dev.terroir.provider.wire.Outgoing;
import dev.terroir.provider.wire.Rejection;
import dev.terroir.provider.wire.Sink;
import dev.terroir.provider.wire.Translator;
import java.util.Optional;

/**
 * Amazon Bedrock's Converse and ConverseStream. The region is that of the endpoint and of the
 * signature; both are in the host's file.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">the
 *     reference</a>
 */
public final class BedrockTranslator implements Translator {

  @Override
  public Outgoing outgoing(ChatRequest request, Deployment deployment) {
    String path = "/model/" + Outgoing.segment(deployment.servedAs());
    ObjectNode body = BedrockRequest.of(request.body(), deployment.servedAs());
    return Outgoing.to(
        path + (request.stream() ? "/converse-stream" : "/converse"), Json.write(body));
  }

  @Override
  public String streamType() {
    return "application/vnd.amazon.eventstream";
  }

  @Override
  public Optional<Reply> answer(ObjectNode root, Heading heading) {
    return BedrockAnswer.read(root, heading);
  }

  @Override
  public Decoder decoder(Heading heading, Sink sink) {
    return new EventStreamDecoder(sink, new BedrockEvents(heading, sink));
  }

  @Override
  public Failure failure(Rejection rejection) {
    JsonNode body = rejection.body();
    String message = body.path("message").asText(body.path("Message").asText());
    String type = rejection.header("x-amzn-errortype").replaceFirst(":.*", "");
    Failure.Kind kind =
        switch (type) {
          case "ValidationException" -> invalid(message);
          case "ServiceQuotaExceededException" -> Failure.Kind.QUOTA_SPENT;
          case "AccessDeniedException",
              "UnrecognizedClientException",
              "ExpiredTokenException",
              "InvalidSignatureException" ->
              Failure.Kind.REFUSED_CREDENTIAL;
          case "ModelTimeoutException", "ModelErrorException", "ModelNotReadyException" ->
              Failure.Kind.UNAVAILABLE;
          case "ThrottlingException" -> Failure.Kind.RATE_LIMITED;
          default -> rejection.kindOfStatus();
        };
    return rejection.failed(kind, message);
  }

  private static Failure.Kind invalid(String message) {
    boolean tooLong =
        message.contains("Input is too long") || message.contains("maximum context length");
    return tooLong ? Failure.Kind.CONTEXT_TOO_LONG : Failure.Kind.BAD_REQUEST;
  }
}
