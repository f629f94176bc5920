package dev.terroir.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Each text of an answer is a stream of its own; what one holds back comes where its choice ends.
 */
final class AnswerRewriterTest {

  private final List<AnswerChannel> channels = new ArrayList<>();

  /** Shouts, one piece late. */
  private final AnswerRewriter rewriter =
      new AnswerRewriter(
          channel -> {
            channels.add(channel);
            return new TextStream() {
              private String held = "";

              @Override
              public String accept(String piece) {
                String passed = held;
                held = piece.toUpperCase(Locale.ROOT);
                return passed;
              }

              @Override
              public String finish() {
                return held;
              }
            };
          },
          AnswerRewriter.Tokens.KEPT);

  private static ObjectNode json(String text) {
    StrictJson.Reading reading = StrictJson.read(Buffer.buffer(text.replace('\'', '"')));
    return (ObjectNode) ((StrictJson.Reading.Document) reading).root();
  }

  private String chunk(String choices) {
    ObjectNode chunk = json("{'choices':[" + choices + "]}");
    rewriter.chunk(chunk);
    return Json.write(chunk.path("choices")).toString().replace('"', '\'');
  }

  @Test
  void givesOutWhatIsHeldBackWithTheFinishReason() {
    assertThat(chunk("{'index':0,'delta':{'content':'one'},'finish_reason':null}"))
        .contains("'content':''");
    assertThat(chunk("{'index':0,'delta':{'content':'two'},'finish_reason':null}"))
        .contains("'content':'ONE'");
    assertThat(chunk("{'index':0,'delta':{},'finish_reason':'stop'}")).contains("'content':'TWO'");
    assertThat(rewriter.rest()).isEmpty();
  }

  @Test
  void anEmptyReasonIsNoEnd() {
    String first = chunk("{'delta':{'content':'a'},'finish_reason':''}");
    String second = chunk("{'delta':{'content':'b'},'finish_reason':''}");

    assertThat(first).contains("'content':''");
    assertThat(second).contains("'content':'A'");
  }

  @Test
  void losesNoPartWhereATextWasHeldBack() {
    chunk("{'delta':{'content':'See '}}");
    String last =
        chunk(
            "{'delta':{'content':[{'type':'reference','ids':[1]},{'type':'text','text':'x'}]},"
                + "'finish_reason':'stop'}");

    assertThat(last)
        .contains(
            "'content':[{'type':'text','text':'SEE '},{'type':'reference','ids':[1]},"
                + "{'type':'text','text':''},{'type':'text','text':'X'}]");
  }

  @Test
  void losesNoPartThatIsNoText() {
    chunk("{'delta':{'content':'See '}}");

    assertThat(
            chunk("{'delta':{'content':[{'type':'reference','ids':[1]}]},'finish_reason':'stop'}"))
        .contains("'content':[{'type':'text','text':'SEE '},{'type':'reference','ids':[1]}]");
  }

  @Test
  void losesNoThoughtBeforeTheLastOfAText() {
    chunk("{'delta':{'content':[{'type':'thinking','thinking':'a'}]}}");
    chunk("{'delta':{'content':'b'}}");

    assertThat(chunk("{'delta':{'content':'c'},'finish_reason':'stop'}"))
        .contains("'content':[{'type':'thinking','thinking':'A'},{'type':'text','text':'BC'}]");
  }

  @Test
  void keepsTheOrderOfATextAndOfParts() {
    chunk("{'delta':{'content':[{'type':'thinking','thinking':'a'}]}}");
    chunk("{'delta':{'content':[{'type':'text','text':'b'}]}}");
    String third = chunk("{'delta':{'content':'c'}}");
    String fourth = chunk("{'delta':{'content':[{'type':'text','text':'d'}]}}");
    String last = chunk("{'delta':{},'finish_reason':'stop'}");

    assertThat(third)
        .contains("'content':[{'type':'thinking','thinking':'A'},{'type':'text','text':'B'}]");
    assertThat(fourth).contains("'content':[{'type':'text','text':'C'},{'type':'text','text':''}]");
    assertThat(last).contains("'content':[{'type':'text','text':'D'}]");
  }

  @Test
  void keepsChoicesAndToolCallsApart() {
    chunk("{'index':0,'delta':{'content':'a'}},{'index':1,'delta':{'content':'b'}}");
    String calls =
        chunk(
            "{'index':1,'delta':{'tool_calls':[{'index':0,'function':{'arguments':'c'}},"
                + "{'index':1,'function':{'arguments':'d'}}]}}");

    String last = chunk("{'index':1,'delta':{},'finish_reason':'tool_calls'}");

    assertThat(calls).as("a text ends where calls begin").contains("'content':'B'");
    assertThat(last)
        .contains("{'index':0,'function':{'arguments':'C'}}")
        .contains("{'index':1,'function':{'arguments':'D'}}");
    assertThat(Json.write(rewriter.rest()).toString())
        .as("the other choice has not ended")
        .contains("\"content\":\"A\"");
  }

  @Test
  void rewritesEveryTextOfAWholeAnswer() {
    ObjectNode answer =
        json(
            "{'choices':[{'index':0,'finish_reason':'stop','message':{'content':'a','refusal':'b',"
                + "'reasoning_content':'c','reasoning_state':[{'text':'d','signature':'e'}],"
                + "'tool_calls':[{'id':'f','function':{'name':'g','arguments':'h'}}]}}]}");

    rewriter.whole(answer);

    assertThat(Json.write(answer.path("choices").path(0).path("message")).toString())
        .isEqualTo(
            "{'content':'A','refusal':'B','reasoning_content':'C',".replace('\'', '"')
                + "'reasoning_state':[{'text':'D','signature':'e'}],".replace('\'', '"')
                + "'tool_calls':[{'id':'f','function':{'name':'G','arguments':'H'}}]}"
                    .replace('\'', '"'));
  }

  @Test
  void rewritesPartsOfEveryKindInWholeAnswers() {
    ObjectNode answer =
        json(
            "{'choices':[{'index':0,'finish_reason':'stop','message':{'content':["
                + "{'type':'thinking','thinking':[{'type':'text','text':'a'}]},"
                + "{'type':'text','text':'b','annotations':[{'type':'x','title':'c','at':[1]}]},"
                + "{'type':'text','text':'d'},{'type':'refusal','refusal':'e'}],"
                + "'audio':{'id':'f','data':'g','transcript':'h'},"
                + "'annotations':[{'type':'url_citation','url_citation':{'title':'i',"
                + "'start_index':3}}],"
                + "'tool_calls':[{'type':'custom','custom':{'name':'j','input':'k'}}]}}]}");

    rewriter.whole(answer);

    assertThat(Json.write(answer.path("choices").path(0).path("message")).toString())
        .isEqualTo(
            ("{'content':[{'type':'thinking','thinking':[{'type':'text','text':'A'}]},"
                 + "{'type':'text','text':'B','annotations':[{'type':'x','title':'C','at':[1]}]},"
                 + "{'type':'text','text':'D'},{'type':'refusal','refusal':'E'}],"
                 + "'audio':{'id':'f','data':'g','transcript':'H'},"
                 + "'annotations':[{'type':'url_citation','url_citation':{'title':'I',"
                 + "'start_index':3}}],"
                 + "'tool_calls':[{'type':'custom','custom':{'name':'J','input':'K'}}]}")
                .replace('\'', '"'));
  }

  @Test
  void joinsPartsOfOneTypeOverChunks() {
    chunk("{'delta':{'content':[{'type':'thinking','thinking':[{'type':'text','text':'a'}]}]}}");
    String second =
        chunk(
            "{'delta':{'content':[{'type':'thinking','thinking':[{'type':'text','text':'b'}]}]}}");
    chunk("{'delta':{'content':[{'type':'text','text':'c'}]}}");
    String fourth = chunk("{'delta':{'content':[{'type':'text','text':'d'}]}}");
    String last = chunk("{'delta':{},'finish_reason':'stop'}");

    assertThat(second).contains("{'type':'text','text':'A'}");
    assertThat(fourth)
        .as("the thought comes before what is said")
        .contains(
            "'content':[{'type':'thinking','thinking':[{'type':'text','text':'B'}]},"
                + "{'type':'text','text':'C'}]");
    assertThat(last).contains("'content':[{'type':'text','text':'D'}]");
    assertThat(channels).hasSize(2);
  }

  @Test
  void endsAThoughtInPartsBeforeATextThatIsNone() {
    chunk("{'delta':{'content':[{'type':'thinking','thinking':'a'}]}}");
    chunk("{'delta':{'content':'b'}}");

    assertThat(chunk("{'delta':{'content':'c'}}"))
        .contains("'content':[{'type':'thinking','thinking':'A'},{'type':'text','text':'B'}]");
  }

  /** Some servers send the same thought under the old name and the new one. */
  @Test
  void keepsTheTwoNamesOfReasoningApart() {
    chunk("{'delta':{'reasoning':'a','reasoning_content':'a'}}");
    String second = chunk("{'delta':{'reasoning':'b','reasoning_content':'b'}}");
    String last = chunk("{'delta':{},'finish_reason':'stop'}");

    assertThat(second).contains("'reasoning':'A'").contains("'reasoning_content':'A'");
    assertThat(last).contains("'reasoning':'B'").contains("'reasoning_content':'B'");
  }

  @Test
  void givesEveryTextItsOwnPlaceBack() {
    String first =
        chunk(
            "{'text':'a','delta':{'refusal':'b','audio':{'transcript':'c'},"
                + "'function_call':{'arguments':'d'},"
                + "'tool_calls':[{'index':3,'custom':{'input':'e'}}]}}");

    assertThat(first).as("a text ends where calls begin").contains("'text':'A'");
    assertThat(Json.write(rewriter.rest()).toString().replace('"', '\''))
        .isEqualTo(
            "[{'index':0,'delta':{'refusal':'B','audio':{'transcript':'C'},"
                + "'tool_calls':[{'index':3,'custom':{'input':'E'}}],"
                + "'function_call':{'arguments':'D'}},'finish_reason':null}]");
  }

  @Test
  void leavesTokensOutWhereTheyWouldTellWhatWasTakenOut() {
    String choice = "{'delta':{'content':'a'},'logprobs':{'content':[{'token':'a'}]}}";
    ObjectNode chunk = json("{'choices':[" + choice + "]}");

    new AnswerRewriter(channel -> new Unchanged(), AnswerRewriter.Tokens.LEFT_OUT).chunk(chunk);

    assertThat(chunk(choice)).contains("'token':'a'");
    assertThat(chunk.path("choices").path(0).path("logprobs").isNull()).isTrue();
  }

  private static final class Unchanged implements TextStream {
    @Override
    public String accept(String piece) {
      return piece;
    }

    @Override
    public String finish() {
      return "";
    }
  }

  @Test
  void joinsPairsThatAreSplitOverChunks() {
    AnswerRewriter same =
        new AnswerRewriter(channel -> new Unchanged(), AnswerRewriter.Tokens.KEPT);
    StringBuilder heard = new StringBuilder();
    for (String piece : List.of("a\\ud83d", "\\ude00b\\ud83d", "c\\ude00", "\\ud83d")) {
      Buffer bytes = Buffer.buffer("{\"choices\":[{\"delta\":{\"content\":\"" + piece + "\"}}]}");
      ObjectNode chunk =
          (ObjectNode) ((StrictJson.Reading.Document) StrictJson.readPiece(bytes)).root();
      same.chunk(chunk);
      heard.append(chunk.path("choices").path(0).path("delta").path("content").asText());
    }

    assertThat(heard.toString()).isEqualTo("a\ud83d\ude00b\ufffdc\ufffd");
    assertThat(Json.write(same.rest()).toString()).contains("\ufffd");
  }
}
