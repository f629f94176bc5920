package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.AnswerChannel.Kind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Rewrites the texts of one answer, whole or in chunks, each channel by itself: content as a text
 * or as parts, reasoning, refusals, transcripts, annotations, arguments of calls. What a channel
 * holds back is given out where its choice ends. Used from one event loop, for one answer.
 *
 * <p>What is not rewritten: sound, of which only the transcript is text, and {@code logprobs},
 * which tell of the text as the model wrote it, token by token. A token is less than a word, so
 * nothing can be put back into it; where something may have been taken out of the text they are
 * left out with {@link Tokens#LEFT_OUT}, as they would say it. The places in annotations count the
 * characters of the text as the model wrote it.
 */
public final class AnswerRewriter {

  private final Function<AnswerChannel, TextStream> streams;
  private final Tokens tokens;
  private final Map<AnswerChannel, TextStream> open = new LinkedHashMap<>();

  /** What becomes of {@code logprobs}. */
  public enum Tokens {
    KEPT,
    LEFT_OUT
  }

  /**
   * @param streams makes the stream of a channel when its first piece comes
   */
  public AnswerRewriter(Function<AnswerChannel, TextStream> streams, Tokens tokens) {
    this.streams = channel -> new WholePairs(streams.apply(channel));
    this.tokens = tokens;
  }

  /** Rewrites a whole answer in place. */
  public void whole(ObjectNode answer) {
    for (JsonNode each : answer.path("choices")) {
      if (each instanceof ObjectNode choice) {
        rewrite(choice, "message", whole(index(choice)));
      }
    }
  }

  /** Rewrites a chunk in place. */
  public void chunk(ObjectNode chunk) {
    for (JsonNode each : chunk.path("choices")) {
      if (each instanceof ObjectNode choice) {
        piece(choice, index(choice));
      }
    }
  }

  private void piece(ObjectNode choice, int index) {
    ArrayNode earlier = earlier(choice.path("delta").path("content"), index);
    rewrite(choice, "delta", pieces(index));
    Set<Kind> ended = ended(choice, !earlier.isEmpty());
    finish(choice, it -> it.choice() == index && ended.contains(it.kind()));
    if (!earlier.isEmpty() && choice.path("delta") instanceof ObjectNode delta) {
      Parts.first(delta, "content", earlier);
    }
  }

  /** Some servers say in every chunk that the end has no reason yet. */
  private static boolean hasEnded(ObjectNode choice) {
    JsonNode reason = choice.path("finish_reason");
    return reason.isTextual() && !reason.asText().isEmpty();
  }

  /** What has been held back of content that was a text, where it is parts now, or was parts. */
  private ArrayNode earlier(JsonNode content, int index) {
    ObjectNode held = Json.object();
    if (says(content)) {
      finish(
          held,
          it ->
              it.choice() == index
                  && it.kind() == Kind.CONTENT
                  && isOtherThan(content, it.place()));
    }
    return Parts.of(held.path("delta").path("content"));
  }

  private static int index(ObjectNode choice) {
    return choice.path("index").asInt();
  }

  private void rewrite(ObjectNode choice, String message, AnswerTexts.Rewriting rewriting) {
    AnswerTexts.ofChoice(choice, rewriting);
    if (choice.path(message) instanceof ObjectNode said) {
      AnswerTexts.ofMessage(said, rewriting);
    }
    if (tokens == Tokens.LEFT_OUT && choice.has("logprobs")) {
      choice.putNull("logprobs");
    }
  }

  private AnswerTexts.Rewriting whole(int choice) {
    return (kind, place, text) -> {
      TextStream stream = streams.apply(new AnswerChannel(choice, kind, place));
      return stream.accept(text) + stream.finish();
    };
  }

  private AnswerTexts.Rewriting pieces(int choice) {
    AnswerTexts.Rewriting whole = whole(choice);
    return (kind, place, text) ->
        place instanceof AnswerPlace.Whole
            ? whole.rewritten(kind, place, text)
            : open.computeIfAbsent(new AnswerChannel(choice, kind, place), streams).accept(text);
  }

  /** What is held back, as the choices of one more chunk; none where it comes to nothing. */
  public ArrayNode rest() {
    ArrayNode choices = Json.NODES.arrayNode();
    while (!open.isEmpty()) {
      int index = open.keySet().iterator().next().choice();
      ObjectNode choice = Json.object().put("index", index);
      if (finish(choice, it -> it.choice() == index)) {
        choices.add(choice.putNull("finish_reason"));
      }
    }
    return choices;
  }

  private static boolean isOtherThan(JsonNode content, AnswerPlace place) {
    return content.isArray() ? place.equals(new AnswerPlace.Field("content")) : place.isOfParts();
  }

  /** What has been held back of a text comes before what follows that text. */
  private static Set<Kind> ended(ObjectNode choice, boolean saysMore) {
    JsonNode delta = choice.path("delta");
    if (hasEnded(choice)) {
      return EnumSet.allOf(Kind.class);
    }
    if (!delta.path("tool_calls").isEmpty()) {
      return EnumSet.of(Kind.REASONING, Kind.CONTENT);
    }
    boolean says = saysMore || says(delta.path("content")) || delta.has("reasoning_state");
    return says ? EnumSet.of(Kind.REASONING) : EnumSet.noneOf(Kind.class);
  }

  private static boolean says(JsonNode content) {
    boolean says = !content.asText("").isEmpty();
    for (JsonNode part : content) {
      says |= !part.path("text").asText("").isEmpty();
    }
    return says;
  }

  /**
   * Puts into {@code choice} what channels have held back; whether there was something. A text is
   * whole before parts are put beside it.
   */
  private boolean finish(ObjectNode choice, Predicate<AnswerChannel> which) {
    boolean said = false;
    Comparator<AnswerChannel> partsLast = Comparator.comparing(it -> it.place().isOfParts());
    for (AnswerChannel channel : open.keySet().stream().filter(which).sorted(partsLast).toList()) {
      String rest = Optional.ofNullable(open.remove(channel)).map(TextStream::finish).orElse("");
      if (!rest.isEmpty()) {
        channel.place().append(choice, rest);
        said = true;
      }
    }
    return said;
  }
}
