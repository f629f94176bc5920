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
          });

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
    assertThat(rewriter.holds()).isFalse();
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
    assertThat(rewriter.holds()).as("the other choice has not ended").isTrue();
    assertThat(Json.write(rewriter.rest()).toString()).contains("\"content\":\"A\"");
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
                + "'tool_calls':[{'id':'f','function':{'name':'g','arguments':'H'}}]}"
                    .replace('\'', '"'));
  }
}
