package dev.terroir.protection;

import dev.terroir.chat.TextStream;
import dev.terroir.privacy.pseudonym.Restorer.Channel;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text of which nobody has said how it is written: it is JSON where it begins as a document of
 * JSON does, perhaps inside a fence of Markdown, since models are often asked for JSON in words
 * only. What is put back is then escaped. Prose that begins so is rare, and gets no worse than a
 * backslash before a quote; JSON without the escape cannot be read at all. A document that stands
 * further inside of prose is prose. Used from one thread at a time.
 */
final class Spelling implements TextStream {

  private static final String FENCE = "```json";

  /** Whoever has begun with so much of nothing will not begin with JSON. */
  private static final int LONGEST_BEGINNING = 64;

  private final Function<Channel, TextStream> streams;
  private final StringBuilder beginning = new StringBuilder();
  private Optional<TextStream> told = Optional.empty();

  /**
   * @param streams makes the stream of a text that is written so
   */
  Spelling(Function<Channel, TextStream> streams) {
    this.streams = streams;
  }

  @Override
  public String accept(String piece) {
    if (told.isPresent()) {
      return told.get().accept(piece);
    }
    beginning.append(piece);
    boolean isLong = beginning.length() > LONGEST_BEGINNING;
    return spelling()
        .or(() -> isLong ? Optional.of(Channel.PLAIN) : Optional.empty())
        .map(this::begin)
        .orElse("");
  }

  /** Of the text, where its first signs have come. */
  private Optional<Channel> spelling() {
    String text = beginning.toString().stripLeading();
    String inner = text.startsWith(FENCE) ? text.substring(FENCE.length()).stripLeading() : text;
    if (FENCE.startsWith(text) || inner.isEmpty()) {
      return Optional.empty();
    }
    return switch (inner.charAt(0)) {
      case '{' -> beginsWith(inner, "\"}");
      case '[' -> beginsWith(inner, "{\"");
      default -> Optional.of(Channel.PLAIN);
    };
  }

  /** Whether the first sign behind the bracket is one of {@code signs}. */
  private static Optional<Channel> beginsWith(String text, String signs) {
    String inner = text.substring(1).stripLeading();
    if (inner.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(signs.indexOf(inner.charAt(0)) >= 0 ? Channel.JSON : Channel.PLAIN);
  }

  private String begin(Channel channel) {
    TextStream stream = streams.apply(channel);
    told = Optional.of(stream);
    return stream.accept(beginning.toString());
  }

  @Override
  public String finish() {
    String first = told.isPresent() || beginning.isEmpty() ? "" : begin(Channel.PLAIN);
    return first + told.map(TextStream::finish).orElse("");
  }
}
