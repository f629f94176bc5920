package dev.terroir.provider.embedded;

import dev.terroir.catalog.Deployment;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.Operation;
import dev.terroir.chat.Usage;
import dev.terroir.chat.Vectors;
import dev.terroir.provider.Call;
import dev.terroir.provider.Failure;
import dev.terroir.provider.Provider;
import dev.terroir.provider.Reply;
import dev.terroir.routing.Candidate;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Makes vectors in this process: no byte of the text leaves it. Works beside the event loops, on as
 * many threads as there are processors; what cannot wait in line is turned away. Thread-safe.
 */
public final class EmbeddedProvider implements Provider {

  private static final int LONGEST_LINE = 64;

  /**
   * Bytes. ONNX Runtime recurses deeply when it is first used: with a very long command line it
   * overflowed a thread's usual megabyte and took the whole process along.
   */
  private static final long STACK = 64L << 20;

  private final ThreadPoolExecutor workers;
  private final Supplier<TextModel> load;
  private final Object loading = new Object();
  private Optional<TextModel> loaded = Optional.empty();

  /**
   * @param load called once, when the first vectors are asked for
   */
  public EmbeddedProvider(Supplier<TextModel> load, int threads) {
    this.load = load;
    this.workers =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LONGEST_LINE),
            task -> Thread.ofPlatform().name("embedded").daemon().stackSize(STACK).unstarted(task));
    workers.allowCoreThreadTimeOut(true);
  }

  @Override
  public Future<Reply> send(Candidate candidate, Call call) {
    if (!call.clearance().getAsBoolean() || call.abandoned().isComplete()) {
      return failed(Failure.of(Failure.Kind.PERMIT_WITHDRAWN));
    }
    if (call.request().operation() != Operation.EMBEDDINGS) {
      return failed(Failure.of(Failure.Kind.NO_ADAPTER));
    }
    Context context = Vertx.currentContext();
    Promise<Reply> reply = Promise.promise();
    try {
      workers.execute(
          () -> {
            Reply made = make(candidate.deployment(), call);
            context.runOnContext(now -> reply.tryComplete(made));
          });
    } catch (RejectedExecutionException e) {
      Duration soon = Duration.ofSeconds(1);
      return failed(new Failure(Failure.Kind.RATE_LIMITED, Optional.of(soon), "", ""));
    }
    Failure late = Failure.of(Failure.Kind.TOTAL_TIMEOUT);
    return reply
        .future()
        .timeout(call.deadlines().total().toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(new Reply.Failed(late));
  }

  private Reply make(Deployment deployment, Call call) {
    if (call.abandoned().isComplete()) {
      return new Reply.Failed(Failure.of(Failure.Kind.PERMIT_WITHDRAWN));
    }
    try {
      TextModel.Vectorised made = model().vectors(call.request().inputs());
      return answer(deployment, call.request(), made);
    } catch (RuntimeException e) {
      return new Reply.Failed(Failure.of(Failure.Kind.INVALID_RESPONSE));
    }
  }

  private static Reply answer(
      Deployment deployment, ChatRequest request, TextModel.Vectorised made) {
    int own = made.vectors().getFirst().length;
    int dimensions = request.body().path("dimensions").asInt(own);
    if (dimensions > own) {
      String message = "this model has vectors of " + own + " dimensions";
      return new Reply.Failed(
          new Failure(Failure.Kind.BAD_REQUEST, Optional.empty(), message, "dimensions"));
    }
    List<float[]> vectors =
        dimensions == own
            ? made.vectors()
            : made.vectors().stream().map(it -> Vectors.shortened(it, dimensions)).toList();
    Usage usage = new Usage(made.tokens(), 0);
    String model = deployment.model().id().value();
    return new Reply.Answered(Vectors.answer(model, vectors, usage), usage);
  }

  private TextModel model() {
    synchronized (loading) {
      TextModel model = loaded.orElseGet(load);
      loaded = Optional.of(model);
      return model;
    }
  }

  private static Future<Reply> failed(Failure failure) {
    return Future.succeededFuture(new Reply.Failed(failure));
  }
}
