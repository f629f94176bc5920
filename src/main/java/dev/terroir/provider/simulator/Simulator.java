package dev.terroir.provider.simulator;

import dev.terroir.catalog.Deployment;
import dev.terroir.chat.Operation;
import dev.terroir.provider.Call;
import dev.terroir.provider.Failure;
import dev.terroir.provider.Provider;
import dev.terroir.provider.Reply;
import dev.terroir.routing.Candidate;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/**
 * Answers in place of real models, in process. What it says is made up and marked as such; the
 * decision that led to it is a real one. Thread-safe.
 */
public final class Simulator implements Provider {

  private final Vertx vertx;
  private final InstantSource clock;
  private final SimulatorSettings settings;

  public Simulator(Vertx vertx, InstantSource clock, SimulatorSettings settings) {
    this.vertx = vertx;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public Future<Reply> send(Candidate candidate, Call call) {
    if (!call.clearance().getAsBoolean()) {
      return failed(Failure.Kind.PERMIT_WITHDRAWN);
    }
    if (fails(candidate.deployment())) {
      return failed(Failure.Kind.UNAVAILABLE);
    }
    if (call.request().operation() == Operation.EMBEDDINGS) {
      return after(settings, SimulatedVectors.of(call.request(), candidate.deployment()));
    }
    SimulatedAnswer answer = SimulatedAnswer.to(call, candidate.deployment(), clock.instant());
    if (call.request().stream()) {
      SimulatedStream stream = new SimulatedStream(vertx, settings, answer, call.exchange());
      return Future.succeededFuture(new Reply.Streaming(stream));
    }
    Reply reply = new Reply.Answered(answer.whole(call.exchange()), answer.usage());
    return after(settings, reply);
  }

  private boolean fails(Deployment deployment) {
    String id = deployment.id().value();
    return settings.failing().contains(id)
        || settings.failing().contains(id.substring(0, Math.max(0, id.indexOf('/'))));
  }

  private Future<Reply> after(SimulatorSettings timing, Reply reply) {
    if (timing.firstToken().isZero()) {
      return Future.succeededFuture(reply);
    }
    Promise<Reply> later = Promise.promise();
    vertx.setTimer(Math.max(1, timing.firstToken().toMillis()), id -> later.complete(reply));
    return later.future();
  }

  private static Future<Reply> failed(Failure.Kind kind) {
    return Future.succeededFuture(new Reply.Failed(Failure.of(kind)));
  }
}
