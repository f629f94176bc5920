package dev.terroir.provider.embedded;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Optional;

/**
 * {@code all-MiniLM-L6-v2} out of the jar: 384 numbers a text, for English. Nothing is fetched; the
 * tokenizer's habit of reporting its use to its makers is switched off before it is loaded, and its
 * native part is put into {@code DJL_CACHE_DIR}, by default {@code ~/.djl.ai}.
 */
public final class MiniLm implements TextModel {

  private final AllMiniLmL6V2EmbeddingModel model;

  private MiniLm(AllMiniLmL6V2EmbeddingModel model) {
    this.model = model;
  }

  /** Loads it, which takes about a second and some 200 MB. */
  public static TextModel load() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    return new MiniLm(new AllMiniLmL6V2EmbeddingModel(Runnable::run));
  }

  @Override
  public Vectorised vectors(List<String> texts) {
    Response<List<Embedding>> response =
        model.embedAll(texts.stream().map(TextSegment::from).toList());
    long tokens =
        Optional.ofNullable(response.tokenUsage())
            .map(TokenUsage::inputTokenCount)
            .map(Integer::longValue)
            .orElse(0L);
    return new Vectorised(response.content().stream().map(Embedding::vector).toList(), tokens);
  }
}
