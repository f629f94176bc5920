package dev.terroir.privacy.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.terroir.privacy.Finding;
import dev.terroir.privacy.names.NameModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A model for token classification in a folder of the operator's: {@code model.onnx}, {@code
 * tokenizer.json} and {@code config.json} with {@code id2label}. Long texts are read in windows of
 * 256 tokens that overlap by 64. Thread-safe; one thread for each call; to be closed.
 */
public final class OnnxNameModel implements NameModel, AutoCloseable {

  /**
   * Bytes. ONNX Runtime recurses deeply when it is first used: with a very long command line it
   * overflowed a thread's usual megabyte and took the whole process along.
   */
  private static final long STACK = 64L << 20;

  private static final int WINDOW = 256;
  private static final int OVERLAP = 64;
  private static final Set<String> KNOWN_INPUTS =
      Set.of("input_ids", "attention_mask", "token_type_ids");

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final ModelFiles files;
  private final List<Label> labels;
  private final Tokenizer tokenizer;
  private final OrtSession session;

  private OnnxNameModel(ModelFiles files) {
    this.files = files;
    labels = Labels.read(files.config());
    tokenizer = Tokenizer.read(files.tokenizer());
    session = open();
    checkInputs();
    find("a");
  }

  /**
   * Loads the model and tries it once.
   *
   * @param place the folder, or the file of the model in it
   * @throws IllegalArgumentException saying which file is missing or does not fit, and what to do
   */
  public static OnnxNameModel load(Path place) {
    FutureTask<OnnxNameModel> loading =
        new FutureTask<>(() -> new OnnxNameModel(ModelFiles.at(place)));
    Thread.ofPlatform().name("names-model").stackSize(STACK).start(loading);
    try {
      return loading.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException("the model in `" + place + "` cannot be loaded", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while `" + place + "` was loaded", e);
    }
  }

  @Override
  public List<Finding> find(String text) {
    Tokens tokens = tokenizer.tokens(text);
    Label[] read = new Label[tokens.size()];
    int length = WINDOW - tokenizer.around();
    int known = 0;
    for (int from = 0; known < read.length; from += length - OVERLAP) {
      int to = Math.min(read.length, from + length);
      float[][] scores = scores(tokenizer.window(tokens, from, to));
      for (int at = known; at < to; at++) {
        read[at] = best(scores[tokenizer.before() + at - from]);
      }
      known = to == read.length ? to : to - OVERLAP / 2;
    }
    return Spans.read(text, tokens, read);
  }

  private OrtSession open() {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      environment.setTelemetry(false);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return environment.createSession(files.model().toString(), options);
    } catch (OrtException e) {
      throw unusable("is no model that ONNX Runtime can load: export it anew", e);
    }
  }

  private void checkInputs() {
    Set<String> inputs = session.getInputNames();
    if (!inputs.contains("input_ids") || !KNOWN_INPUTS.containsAll(inputs)) {
      throw unusable(
          "wants the inputs "
              + inputs
              + " and not `input_ids`, `attention_mask` and perhaps"
              + " `token_type_ids`: export it for token classification",
          null);
    }
  }

  private float[][] scores(long[] ids) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        inputs.put(name, OnnxTensor.createTensor(environment, new long[][] {input(name, ids)}));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return checked(result.get(0).getValue(), ids.length);
      }
    } catch (OrtException e) {
      throw unusable("failed on a text of " + ids.length + " tokens: " + e.getCode(), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static long[] input(String name, long[] ids) {
    long[] input = name.equals("input_ids") ? ids : new long[ids.length];
    if (name.equals("attention_mask")) {
      Arrays.fill(input, 1);
    }
    return input;
  }

  private float[][] checked(Object value, int tokens) {
    if (value instanceof float[][][] scores
        && scores.length == 1
        && scores[0].length == tokens
        && scores[0][0].length == labels.size()) {
      return scores[0];
    }
    throw unusable(
        "does not answer with a score for each of the "
            + labels.size()
            + " labels of `"
            + files.config()
            + "` and each token: take both from the same model",
        null);
  }

  private Label best(float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return labels.get(best);
  }

  private IllegalArgumentException unusable(String why, @Nullable Exception cause) {
    return new IllegalArgumentException("`" + files.model() + "` " + why, cause);
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("`" + files.model() + "` cannot be closed", e);
    }
  }
}
