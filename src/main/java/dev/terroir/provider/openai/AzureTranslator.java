package dev.terroir.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.catalog.Deployment;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Chunk;
import dev.terroir.chat.Operation;
import dev.terroir.provider.Failure;
import dev.terroir.provider.Reply;
import dev.terroir.provider.canonical.Heading;
import dev.terroir.provider.wire.Decoder;
import dev.terroir.provider.wire.Outgoing;
import dev.terroir.provider.wire.Rejection;
import dev.terroir.provider.wire.Sink;
import dev.terroir.provider.wire.Translator;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * OpenAI's chat completions at Azure. Where the endpoint ends in {@code /v1} the model stands in
 * the body; elsewhere, as in {@code /openai}, the deployment stands in the address and a version
 * must be asked for. What Azure's filters say of a prompt comes in a chunk without choices, which
 * is not passed on.
 *
 * @see <a href="https://learn.microsoft.com/azure/ai-foundry/openai/reference">the reference</a>
 */
public final class AzureTranslator implements Translator {

  @Override
  public Outgoing outgoing(ChatRequest request, Deployment deployment) {
    String servedAs = Outgoing.segment(deployment.servedAs());
    String path =
        deployment.endpoint().getPath().endsWith("/v1")
            ? OpenAiTranslator.path(request.operation())
            : "/deployments/" + servedAs + OpenAiTranslator.path(request.operation());
    String query = deployment.apiVersion().map(it -> "?api-version=" + it).orElse("");
    return Outgoing.to(path + query, OpenAiTranslator.body(request, deployment));
  }

  @Override
  public boolean speaks(Operation operation) {
    return true;
  }

  @Override
  public Optional<Reply> answer(Buffer body, ChatRequest request, Heading heading) {
    return OpenAiTranslator.whole(body, request, heading);
  }

  @Override
  public Optional<Reply> answer(ObjectNode root, Heading heading) {
    return OpenAiTranslator.whole(root, heading);
  }

  @Override
  public Decoder decoder(Heading heading, Sink sink) {
    return OpenAiTranslator.events(heading, new WithoutFilterResults(sink));
  }

  @Override
  public Failure failure(Rejection rejection) {
    JsonNode error = rejection.body().path("error");
    boolean filtered =
        error.path("innererror").path("code").asText().equals("ResponsibleAIPolicyViolation");
    return filtered
        ? rejection.failed(Failure.Kind.CONTENT_FILTERED, error.path("message").asText())
        : OpenAiTranslator.rejected(rejection);
  }

  private record WithoutFilterResults(Sink sink) implements Sink {

    @Override
    public void chunk(Chunk chunk) {
      Optional<Chunk> said =
          Optional.of(chunk).filter(it -> !it.hasNoChoices() || it.isUsageOnly());
      said.ifPresentOrElse(sink::chunk, sink::alive);
    }

    @Override
    public void alive() {
      sink.alive();
    }

    @Override
    public void finished() {
      sink.finished();
    }

    @Override
    public void failed(Failure.Kind kind) {
      sink.failed(kind);
    }
  }
}
