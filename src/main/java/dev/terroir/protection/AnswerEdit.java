package dev.terroir.protection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.AnswerChannel;
import dev.terroir.chat.AnswerRewriter;
import dev.terroir.chat.AnswerRewriter.Tokens;
import dev.terroir.chat.Chunk;
import dev.terroir.chat.Json;
import dev.terroir.chat.StrictJson;
import dev.terroir.chat.StrictJson.Reading.Document;
import dev.terroir.chat.TextStream;
import dev.terroir.chat.WholePairs;
import dev.terroir.policy.rule.Obligation;
import dev.terroir.privacy.pseudonym.Pseudonyms;
import dev.terroir.privacy.pseudonym.Restorer;
import dev.terroir.provider.AnswerStream;
import dev.terroir.routing.Candidate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes of a deployment's answer what its caller gets: values are put back in place of
 * placeholders, and what the duties of the permit ask is said. Where there is nothing to put back
 * and everything has been said, bytes pass as they are. A value that is put back into JSON is
 * escaped: into the arguments of tools, into content that was asked for as JSON, and into content
 * that begins as JSON does. Used from one event loop, for one answer.
 *
 * <p>Reasoning that its maker has signed is restored, since it is replaced again before it goes
 * back, but never scanned: what is taken out of it would not come back, and the signature would not
 * hold.
 */
public final class AnswerEdit {

  private final Pseudonyms pseudonyms;
  private final Marking marking;
  private final String exchange;
  private final boolean isJson;
  private final AnswerRewriter rewriter;
  private final AnswerScreen screen;
  private final boolean scans;
  private final Set<Integer> prefaced = new HashSet<>();
  private boolean marked;

  /**
   * @param candidate who got to read its version of the request
   * @param exchange the id of the record
   */
  public AnswerEdit(Versions versions, Candidate candidate, Duties duties, String exchange) {
    Version version = versions.of(candidate);
    this.screen = versions.answers();
    this.scans = versions.scansAnswers();
    this.pseudonyms = version.pseudonyms();
    this.marking = Marking.of(duties.obligations(), () -> AiNotices.in(duties.languages().get()));
    this.exchange = exchange;
    this.isJson = version.request().needs().contains("json");
    this.rewriter = new AnswerRewriter(this::stream, scans ? Tokens.LEFT_OUT : Tokens.KEPT);
  }

  /**
   * What is owed to the reader of an answer.
   *
   * @param languages that the reader may read, the likeliest first; asked for only where needed
   */
  public record Duties(List<Obligation> obligations, Supplier<List<String>> languages) {
    public Duties {
      obligations = List.copyOf(obligations);
    }
  }

  private boolean rewrites() {
    return scans || !pseudonyms.isEmpty() || (marking.notice() && !isJson);
  }

  /** The whole answer, edited in place. */
  public ObjectNode whole(ObjectNode answer) {
    if (rewrites()) {
      rewriter.whole(answer);
    }
    return marked(answer);
  }

  /** The streamed answer. */
  public AnswerStream stream(AnswerStream inner) {
    return marking.isSilent() && !rewrites() ? inner : new EditedStream(inner, this);
  }

  /**
   * A chunk of it; nothing where there is something to do and it cannot be read: what cannot be
   * looked through does not pass, nor does what comes behind it.
   */
  Optional<Chunk> chunk(Chunk chunk) {
    boolean marks = !marking.isSilent() && !marked;
    return marks || rewrites() ? written(chunk, this::edited) : Optional.of(chunk);
  }

  private ObjectNode edited(ObjectNode chunk) {
    if (rewrites()) {
      rewriter.chunk(chunk);
    }
    return marked ? chunk : marked(chunk);
  }

  /**
   * What is held back at the end of a stream in which a choice has not said that it ended.
   *
   * @param last the last chunk with a choice, whose head it gets
   */
  Optional<Chunk> rest(Chunk last) {
    JsonNode choices = rewriter.rest();
    return choices.isEmpty() ? Optional.empty() : written(last, it -> it.set("choices", choices));
  }

  /** A server may split a pair of surrogates over two chunks; everything else is read strictly. */
  private static Optional<Chunk> written(Chunk chunk, Function<ObjectNode, ObjectNode> edit) {
    if (StrictJson.read(chunk.json()) instanceof Document(ObjectNode root)) {
      return Optional.of(chunk.with(Json.write(edit.apply(root))));
    }
    return StrictJson.readPiece(chunk.json()) instanceof Document(ObjectNode root)
        ? Optional.of(chunk.with(Json.write(WholePairs.in(edit.apply(root)))))
        : Optional.empty();
  }

  private ObjectNode marked(ObjectNode answer) {
    marked = true;
    if (!marking.isSilent()) {
      marking.write(answer, exchange);
    }
    return answer;
  }

  private TextStream stream(AnswerChannel channel) {
    return switch (channel.kind()) {
      case ARGUMENTS -> screened(Restorer.Channel.JSON);
      case NAME -> new Token();
      case SIGNED_REASONING -> restoring(Restorer.Channel.PLAIN);
      case REASONING, REFUSAL, NOTE, INPUT -> screened(Restorer.Channel.PLAIN);
      case CONTENT -> prefaced(channel, content());
      case TRANSCRIPT -> prefaced(channel, screened(Restorer.Channel.PLAIN));
    };
  }

  private TextStream content() {
    return isJson ? screened(Restorer.Channel.JSON) : new Spelling(this::screened);
  }

  /** What a choice first says to people who read, or hear, has the notice before it. */
  private TextStream prefaced(AnswerChannel channel, TextStream text) {
    return isJson ? text : new Prefaced(() -> preface(channel.choice()), text);
  }

  private String preface(int choice) {
    return prefaced.add(choice) ? marking.preface() : "";
  }

  private TextStream screened(Restorer.Channel spelling) {
    return screen.before(spelling, restoring(spelling));
  }

  private TextStream restoring(Restorer.Channel channel) {
    Restorer restorer = new Restorer(pseudonyms, channel);
    return new TextStream() {
      @Override
      public String accept(String piece) {
        return restorer.accept(piece);
      }

      @Override
      public String finish() {
        return restorer.finish();
      }
    };
  }

  /** The name of a tool comes whole, and is no text in which anything stands. */
  private final class Token implements TextStream {
    @Override
    public String accept(String piece) {
      return pseudonyms.tokenOf(piece);
    }

    @Override
    public String finish() {
      return "";
    }
  }
}
