package dev.terroir.api.dialect.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.ChatRequestReader.Fault;
import dev.terroir.chat.ChatRequestReader.Reading;
import dev.terroir.chat.Chunk;
import dev.terroir.chat.Json;
import dev.terroir.chat.StrictJson;
import dev.terroir.gateway.Notes;
import dev.terroir.language.LanguageDetector;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessagesIdiomTest {

  private static final Notes NOTES =
      new Notes("r", "e", "p", "", "", Optional.empty(), Map.of(), Optional.empty(), false);

  private final MessagesIdiom idiom = MessagesIdiom.answering();

  private static JsonNode json(String text) {
    return switch (StrictJson.read(Buffer.buffer(text.replace('\'', '"')))) {
      case StrictJson.Reading.Document(var root) -> root;
      case StrictJson.Reading.Malformed(var message, var param) ->
          throw new AssertionError(message);
    };
  }

  private Reading reading(String fields) {
    String head = "{'model':'m','max_tokens':5,";
    String messages =
        fields.contains("'messages'") ? "" : "'messages':[{'role':'user','content':'hi'}],";
    return idiom.read(json(head + messages + fields + "}"));
  }

  private String canonical(String fields) {
    return switch (reading(fields)) {
      case Reading.Read(var request) -> Json.write(request.body()).toString().replace('"', '\'');
      case Reading.Faulty(var fault) -> throw new AssertionError(fault.toString());
    };
  }

  private static String assistant(String block) {
    return "'messages':[{'role':'user','content':'hi'},{'role':'assistant','content':["
        + block
        + "]}]";
  }

  @Test
  void readsEverySetting() {
    assertThat(
            canonical(
                "'system':[{'type':'text','text':'a','cache_control':{'type':'ephemeral'}},"
                    + "{'type':'text','text':'b'}],'temperature':0.5,'top_k':7,"
                    + "'stop_sequences':['x'],'stream':true,'metadata':{'user_id':'u'},"
                    + "'thinking':{'type':'enabled','budget_tokens':1024},"
                    + "'tools':[{'name':'t','input_schema':{'type':'object'}}],"
                    + "'tool_choice':{'type':'any','disable_parallel_tool_use':true}"))
        .contains("{'role':'system','content':'a\\n\\nb'}")
        .contains("'max_completion_tokens':5", "'temperature':0.5", "'top_k':7", "'stop':['x']")
        .contains("'user':'u'", "'reasoning_effort':'low'", "'tool_choice':'required'")
        .contains("'parallel_tool_calls':false", "'stream_options':{'include_usage':true}")
        .contains("'function':{'name':'t','parameters':{'type':'object'}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'thinking','thinking':'t','signature':'abc'}|'reasoning_state':[{'maker':'anthropic','text':'t','signature':'abc'}]",
        "{'type':'redacted_thinking','data':'abc'}|'reasoning_state':[{'maker':'anthropic','redacted':'abc'}]",
        "{'type':'thinking','thinking':'t','signature':''}|'reasoning_content':'t'",
        "{'type':'tool_use','id':'i','name':'n','input':{'a':1}}|'arguments':'{\\'a\\':1}'"
      })
  void readsWhatAnAssistantSaid(String block, String canonical) {
    assertThat(canonical(assistant(block))).contains(canonical);
  }

  /** What another maker has signed travels inside the signature. */
  @Test
  void sealsTheStateOfOtherMakers() {
    // given
    String state = "{'maker':'google','signature':'s','tool_call_id':'c'}";
    ObjectNode answer =
        (ObjectNode)
            json(
                "{'choices':[{'index':0,'finish_reason':'stop','message':{'content':'x',"
                    + "'reasoning_state':["
                    + state
                    + "]}}]}");

    // when
    JsonObject block =
        idiom.whole(NOTES, answer).toJsonObject().getJsonArray("content").getJsonObject(0);

    // then
    assertThat(canonical(assistant(block.encode().replace('"', '\''))))
        .contains("'reasoning_state':[" + state + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'max_tokens2':1|INVALID|max_tokens2",
        "'mcp_servers':[]|REMOTE_CONTENT|mcp_servers",
        "'api_base':'x'|FORBIDDEN_PARAMETER|api_base",
        "'tools':[{'type':'web_search_20250305','name':'w'}]|REMOTE_CONTENT|tools[0].type",
        "'tools':[{'name':'w'}]|INVALID|tools[0].input_schema",
        "'tool_choice':{'type':'x'}|INVALID|tool_choice.type",
        "'temperature':'hot'|INVALID|temperature",
        "'stop_sequences':[1]|INVALID|stop_sequences",
        "'messages':[]|INVALID|messages",
        "'messages':[{'role':'tool','content':'x'}]|INVALID|messages[0].role",
        "'messages':[{'role':'user'}]|INVALID|messages[0].content",
        "'messages':[{'role':'user','content':[{'type':'image','source':{'type':'url','url':'https://x'}}]}]|REMOTE_CONTENT|messages[0].content[0].source.type",
        "'messages':[{'role':'user','content':[{'type':'document','source':{'type':'base64','data':'x'}}]}]|REMOTE_CONTENT|messages[0].content[0].source.type",
        "'messages':[{'role':'user','content':[{'type':'new'}]}]|INVALID|messages[0].content[0].type"
      })
  void namesTheFieldAsTheCallerDoes(String fields, Fault.Kind kind, String param) {
    // when
    Reading reading = reading(fields);

    // then
    assertThat(reading).isInstanceOf(Reading.Faulty.class);
    assertThat(((Reading.Faulty) reading).fault().kind()).isEqualTo(kind);
    assertThat(((Reading.Faulty) reading).fault().param()).isEqualTo(param);
  }

  private List<String> stream(String... choices) {
    idiom.begin(NOTES);
    StringBuilder text = new StringBuilder();
    for (String choice : choices) {
      String chunk =
          choice.startsWith("'usage'")
              ? "{'choices':[]," + choice + "}"
              : "{'model':'m','choices':[{'index':0," + choice + "}]}";
      Buffer data = Json.write(json(chunk));
      text.append(idiom.events(Chunk.read(data.getBytes(), "m").orElseThrow()));
    }
    text.append(idiom.end());
    List<String> events = new ArrayList<>();
    for (String event : text.toString().strip().split("\n\n", -1)) {
      String[] lines = event.split("\n", -1);
      JsonObject data = new JsonObject(lines[1].substring(6));
      assertThat(lines[0]).isEqualTo("event: " + data.getString("type"));
      String delta = data.getJsonObject("delta", new JsonObject()).getString("type", "");
      String index = data.containsKey("index") ? " " + data.getInteger("index") : "";
      events.add(data.getString("type") + index + (delta.isEmpty() ? "" : " " + delta));
    }
    last =
        new JsonObject(
            text.toString().split("event: message_delta\ndata: ", -1)[1].split("\n", -1)[0]);
    return events;
  }

  private JsonObject last = new JsonObject();

  @Test
  void writesBlockAfterBlock() {
    // when
    List<String> events =
        stream(
            "'delta':{'role':'assistant','content':''}",
            "'delta':{'reasoning_content':'hm'}",
            "'delta':{'content':'a'}",
            "'delta':{'content':'b'}",
            "'delta':{'tool_calls':[{'index':0,'id':'i','function':{'name':'n','arguments':'{}'}}]}",
            "'delta':{},'finish_reason':'stop'",
            "'usage':{'prompt_tokens':9,'completion_tokens':4,'prompt_tokens_details':{'cached_tokens':2}}");

    // then
    assertThat(events)
        .containsExactly(
            "message_start",
            "content_block_start 0",
            "content_block_delta 0 thinking_delta",
            "content_block_stop 0",
            "content_block_start 1",
            "content_block_delta 1 text_delta",
            "content_block_delta 1 text_delta",
            "content_block_stop 1",
            "content_block_start 2",
            "content_block_delta 2 input_json_delta",
            "content_block_stop 2",
            "message_delta",
            "message_stop");
    assertThat(last.getJsonObject("delta").getString("stop_reason")).isEqualTo("tool_use");
    assertThat(last.getJsonObject("usage").getInteger("input_tokens")).isEqualTo(7);
    assertThat(last.getJsonObject("usage").getInteger("output_tokens")).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "stop,end_turn",
    "length,max_tokens",
    "content_filter,refusal",
    "tool_calls,end_turn"
  })
  void saysWhyItStopped(String finish, String reason) {
    // when
    stream("'delta':{'content':'a'}", "'delta':{},'finish_reason':'" + finish + "'");

    // then
    assertThat(last.getJsonObject("delta").getString("stop_reason")).isEqualTo(reason);
    assertThat(last.getJsonObject("usage").getInteger("output_tokens")).isZero();
  }

  @Test
  void saysThatItStoppedEvenIfTheServerDidNot() {
    assertThat(stream("'delta':{'content':'a'}"))
        .containsSubsequence("message_start", "content_block_stop 0", "message_delta");
    assertThat(last.getJsonObject("delta").getString("stop_reason")).isEqualTo("end_turn");
  }

  /** What we write ourselves is no sign of the language of the user. */
  @Test
  void aPictureFromAToolSaysNothingOfTheLanguage() {
    Reading reading =
        reading(
            assistant("{'type':'tool_use','id':'toolu_1','name':'shot','input':{}}")
                    .replaceAll("\\]$", "")
                + ",{'role':'user','content':[{'type':'tool_result','tool_use_id':'toolu_1','content':"
                + "[{'type':'image','source':{'type':'base64','media_type':'image/png','data':'iVBO'}}]}]}]");

    ChatRequest request = ((Reading.Read) reading).request();

    assertThat(request.userTexts()).first().asString().contains("toolu_1");
    assertThat(
            new LanguageDetector(Runnable::run)
                .detect(request.userTexts().getFirst())
                .isDetermined())
        .isFalse();
  }
}
