package dev.terroir.provider.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Chunk;
import dev.terroir.chat.Json;
import dev.terroir.provider.AnswerStream;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A simulated answer in chunks, at the pace of the settings. Used from one event loop. */
final class SimulatedStream implements AnswerStream {

  private final Vertx vertx;
  private final SimulatorSettings settings;
  private final Deque<Chunk> chunks = new ArrayDeque<>();
  private Optional<Listener> listener = Optional.empty();
  private boolean paused;
  private boolean over;
  private boolean scheduled;

  SimulatedStream(
      Vertx vertx, SimulatorSettings settings, SimulatedAnswer answer, String exchange) {
    this.vertx = vertx;
    this.settings = settings;
    add(answer, exchange, Json.object().put("role", "assistant").put("content", ""), "");
    answer.words().forEach(it -> add(answer, exchange, Json.object().put("content", it), ""));
    answer
        .toolCall()
        .ifPresent(
            call -> {
              ObjectNode delta = Json.object();
              ObjectNode function = SimulatedAnswer.function(call, exchange);
              delta.putArray("tool_calls").add(function.put("index", 0));
              add(answer, exchange, delta, "");
            });
    add(answer, exchange, Json.object(), answer.finishReason());
    ObjectNode last = answer.head(exchange, "chat.completion.chunk");
    last.putArray("choices");
    last.set("usage", answer.usageNode());
    add(last);
  }

  private void add(SimulatedAnswer answer, String exchange, ObjectNode delta, String finish) {
    ObjectNode root = answer.head(exchange, "chat.completion.chunk");
    ArrayNode choices = root.putArray("choices");
    ObjectNode choice = choices.addObject().put("index", 0);
    choice.set("delta", delta);
    if (finish.isEmpty()) {
      choice.putNull("finish_reason");
    } else {
      choice.put("finish_reason", finish);
    }
    add(root);
  }

  private void add(ObjectNode root) {
    String model = root.path("model").asText();
    chunks.add(Chunk.read(Json.write(root).getBytes(), model).orElseThrow());
  }

  @Override
  public void start(Listener heard) {
    listener = Optional.of(heard);
    schedule(settings.firstToken());
  }

  private void schedule(Duration delay) {
    if (scheduled || paused || over) {
      return;
    }
    scheduled = true;
    if (delay.isZero()) {
      vertx.runOnContext(now -> next());
    } else {
      vertx.setTimer(Math.max(1, delay.toMillis()), id -> next());
    }
  }

  private void next() {
    scheduled = false;
    if (over || paused) {
      return;
    }
    Optional<Chunk> chunk = Optional.ofNullable(chunks.poll());
    if (chunk.isPresent()) {
      listener.ifPresent(heard -> heard.chunk(chunk.get()));
      listener.ifPresent(Listener::caughtUp);
      schedule(settings.betweenTokens());
    } else {
      over = true;
      listener.ifPresent(Listener::finished);
    }
  }

  @Override
  public void pause() {
    paused = true;
  }

  @Override
  public void resume() {
    paused = false;
    schedule(settings.betweenTokens());
  }

  @Override
  public void cancel() {
    over = true;
  }
}
