package dev.terroir.provider.bedrock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.StrictJson;
import dev.terroir.provider.Failure;
import dev.terroir.provider.wire.Decoder;
import dev.terroir.provider.wire.Sink;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/**
 * Reads a streamed answer in AWS's event-stream framing, with its checksums. Holds one message at
 * most, of the size that the framing allows.
 *
 * @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">the framing</a>
 */
final class EventStreamDecoder implements Decoder {

  private static final HeaderValue NONE = HeaderValue.fromString("");

  private final Sink sink;
  private final BedrockEvents events;
  private final MessageDecoder decoder = new MessageDecoder(this::message);
  private boolean broken;

  EventStreamDecoder(Sink sink, BedrockEvents events) {
    this.sink = sink;
    this.events = events;
  }

  /** The library reports a wrong length or checksum by throwing; nothing is read after that. */
  @Override
  public void read(Buffer bytes) {
    if (broken) {
      return;
    }
    try {
      decoder.feed(bytes.getBytes());
    } catch (RuntimeException e) {
      broken = true;
      sink.failed(Failure.Kind.INVALID_RESPONSE);
    }
  }

  /** The answer is complete with its last event, not with the response. */
  @Override
  public void end() {
    sink.failed(Failure.Kind.BROKEN_STREAM);
  }

  private void message(Message message) {
    String type = header(message, ":message-type");
    if (!type.equals("event")) {
      sink.failed(BedrockEvents.kind(header(message, ":exception-type")));
    } else if (StrictJson.read(Buffer.buffer(message.getPayload()))
        instanceof StrictJson.Reading.Document(ObjectNode payload)) {
      events.read(header(message, ":event-type"), payload);
    } else {
      sink.failed(Failure.Kind.INVALID_RESPONSE);
    }
  }

  private static String header(Message message, String name) {
    Map<String, HeaderValue> headers = message.getHeaders();
    return headers.getOrDefault(name, NONE).getString();
  }
}
