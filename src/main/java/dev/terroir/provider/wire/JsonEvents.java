package dev.terroir.provider.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.SseReader;
import dev.terroir.chat.StrictJson;
import dev.terroir.provider.Failure;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/** Reads each event's data as one JSON object; anything else is an invalid response. */
public final class JsonEvents implements Consumer<SseReader.Event> {

  private final Sink sink;
  private final Consumer<ObjectNode> objects;

  public JsonEvents(Sink sink, Consumer<ObjectNode> objects) {
    this.sink = sink;
    this.objects = objects;
  }

  @Override
  public void accept(SseReader.Event event) {
    if (StrictJson.read(Buffer.buffer(event.data()))
        instanceof StrictJson.Reading.Document(ObjectNode root)) {
      objects.accept(root);
    } else {
      sink.failed(Failure.Kind.INVALID_RESPONSE);
    }
  }
}
