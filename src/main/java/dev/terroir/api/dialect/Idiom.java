package dev.terroir.api.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.BodyReader;
import dev.terroir.chat.Chunk;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Refusal;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * How one caller's dialect is read and written, for one exchange: from its body to the canonical
 * request, and from canonical answers to its own. It is text only and knows nothing of HTTP. Every
 * rule is applied to the canonical form in between. Used from one thread at a time.
 */
public interface Idiom extends BodyReader {

  /** The whole of an answer. */
  Buffer whole(Notes notes, ObjectNode answer);

  /** What is said beside a whole answer. */
  default Map<String, String> headers() {
    return Map.of();
  }

  /** The body of an error that stands alone. */
  Buffer error(Notes notes, Refusal refusal);

  /** What a stream begins with, before anything of the answer is there; may be empty. */
  default Buffer begin(Notes notes) {
    return Buffer.buffer();
  }

  /** The events that {@code chunk} becomes; may be none. */
  Buffer events(Chunk chunk);

  /** What keeps a connection open and means nothing. */
  Buffer keepAlive();

  /** The success terminal. */
  Buffer end();

  /** What a stream that breaks off ends with, in place of the success terminal. */
  Buffer brokenOff(Refusal refusal);
}
