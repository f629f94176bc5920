package dev.terroir.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.SmallWorld;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies and headers that are HTTP and still not fit to be read. */
final class BadInputTest {

  private static final Bench BENCH = Bench.open();
  private static final String BODY = Bench.chat("auto");

  @BeforeEach
  void forget() {
    BENCH.upstream().forget();
  }

  @AfterEach
  void nothingWasSentAndTheServerStillAnswers() throws IOException {
    assertThat(BENCH.upstream().received()).isEmpty();
    try (RawConnection next = BENCH.connect().ask(BODY)) {
      assertThat(next.head().status()).isEqualTo(200);
    }
  }

  @AfterAll
  static void close() {
    BENCH.close();
  }

  private record Answer(int status, JsonObject error) {
    String code() {
      return error.getString("code");
    }
  }

  private static byte[] request(Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder("POST /v1/chat/completions HTTP/1.1\r\nHost: t\r\n");
    head.append("Authorization: Bearer ").append(SmallWorld.KEY).append("\r\n");
    if (!headers.containsKey("Content-Type")) {
      head.append("Content-Type: application/json\r\n");
    }
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    byte[] start = head.toString().getBytes(ISO_8859_1);
    byte[] all = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }

  private static Answer send(Map<String, String> headers, byte[] body) throws IOException {
    try (RawConnection caller = BENCH.connect().send(request(headers, body))) {
      return answer(caller);
    }
  }

  private static Answer answer(RawConnection caller) throws IOException {
    int status = caller.head().status();
    JsonObject error = new JsonObject(caller.body()).getJsonObject("error");
    return new Answer(status, Optional.ofNullable(error).orElseGet(JsonObject::new));
  }

  private static Answer send(String body) throws IOException {
    return send(Map.of(), body.getBytes(UTF_8));
  }

  private static String with(String field) {
    return "{" + field + "," + BODY.substring(1);
  }

  private static String content(String json) {
    return BODY.replace("\"hi\"", json);
  }

  static Stream<String> notAChat() {
    return Stream.of(
        "",
        " ",
        "null",
        "[]",
        "\"x\"",
        "1",
        "{",
        "{}",
        "{'model':'auto'}",
        BODY + "{}",
        BODY + "x",
        BODY.replace("\"auto\"", "NaN"),
        "// comment\n" + BODY,
        with("\"model\":\"auto\""),
        with("\"mod\\u0065l\":\"model-two\""),
        with("\"x\":{\"a\":1,\"\\u0061\":2}"),
        with("\"x\":1e400"),
        with("\"x\":-1e400"),
        with("\"x\":1e99999999999"),
        with("\"x\":" + "9".repeat(101)),
        with("\"x\":NaN"),
        with("\"x\":Infinity"),
        with("\"x\":01"),
        with("\"x\":.5"),
        with("\"" + "k".repeat(1 << 20) + "\":1"),
        with("\"a\\u0000b\":1"),
        with("\"x\":\"\\ud800\""),
        with("\"x\":" + "[".repeat(100) + "]".repeat(100)),
        with("\"x\":[" + "1,".repeat(100_000) + "1]"),
        with("\"max_tokens\":1.9"),
        with("\"max_tokens\":1.0"),
        with("\"max_tokens\":\"5\""),
        with("\"max_tokens\":true"),
        with("\"stream\":\"true\""),
        with("\"stream\":1"),
        with("\"temperature\":\"0\""),
        with("\"tools\":{}"),
        with("\"stream_options\":[]"),
        with("\"stream_options\":{\"include_usage\":\"yes\"}"),
        with("\"metadata\":[]"),
        with("\"metadata\":{\"terroir_country\":1}"),
        with("\"metadata\":{\"terroir_county\":\"DE\"}"),
        BODY.replace("\"auto\"", "1"),
        BODY.replace("\"user\"", "\"root\""),
        BODY.replaceFirst("\\[.*\\]", "[]"),
        BODY.replaceFirst("\\[.*\\]", "{}"),
        content("1"),
        content("{}"),
        content("[\"hi\"]"),
        content("[{\"type\":\"text\"}]"),
        content("[{\"type\":\"hologram\"}]"));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("notAChat")
  void refusesWhatIsNotOneChatRequest(String body) throws IOException {
    // when
    Answer answer = send(body);

    // then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(answer.error().fieldNames()).containsExactly("message", "type", "param", "code");
  }

  @Test
  void namesTheFieldAtFault() throws IOException {
    assertThat(send(with("\"max_tokens\":1.9")).error().getString("param")).isEqualTo("max_tokens");
    assertThat(send(with("\"x\":{\"a\":1,\"a\":2}")).error().getString("param")).isEqualTo("x.a");
    assertThat(send(BODY.replace("\"user\"", "\"root\"")).error().getString("param"))
        .isEqualTo("messages[0].role");
  }

  static Stream<byte[]> notUtf8() {
    Stream<String> bytes =
        Stream.of(
            "\u00c0\u00af", // overlong
            "\u00e0\u0080\u00af",
            "\u00c3", // cut off
            "\u00f0\u009d\u0084",
            "\u00ff",
            "\u0080",
            "\u00ed\u00a0\u0080", // a surrogate
            "\u00f4\u0090\u0080\u0080"); // beyond Unicode
    return Stream.concat(
        bytes.map(text -> content("\"" + text + "\"").getBytes(ISO_8859_1)),
        Stream.concat(
            Stream.of(UTF_16, UTF_16LE, Charset.forName("UTF-32")).map(BODY::getBytes),
            Stream.of(("\ufeff" + BODY).getBytes(UTF_8))));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("notUtf8")
  void refusesWhatIsNotPlainUtf8(byte[] body) throws IOException {
    // when
    Answer answer = send(Map.of(), body);

    // then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Type | text/plain",
        "Content-Type | application/json; charset=utf-16",
        "Content-Type | application/jsonx",
        "Content-Type | multipart/form-data; boundary=x",
        "Content-Type | ''",
        "Content-Encoding | gzip",
        "Content-Encoding | br, identity"
      })
  void refusesWhatIsNotDeclaredAsPlainJson(String header, String value) throws IOException {
    // when
    Answer answer = send(Map.of(header, value), BODY.getBytes(UTF_8));

    // then
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("unsupported_media_type");
  }

  @Test
  void refusesABodyThatIsDeclaredTooLargeBeforeItComes() throws IOException {
    // given
    String request = new String(request(Map.of(), new byte[0]), ISO_8859_1);

    // when
    try (RawConnection caller =
        BENCH.connect().send(request.replace("Length: 0", "Length: " + ((4 << 20) + 1)))) {
      Answer answer = answer(caller);

      // then
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.code()).isEqualTo("request_too_large");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesABodyThatTurnsOutTooLarge(boolean declared) throws IOException {
    // given
    byte[] body = new byte[(4 << 20) + 1];
    String request = new String(request(Map.of(), body), ISO_8859_1);
    if (!declared) {
      String size = Integer.toHexString(body.length);
      request =
          request.replaceFirst(
              "Content-Length: \\d+\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n");
    }

    // when: the caller sends all of it before it reads
    try (RawConnection caller = BENCH.connect().send(request.getBytes(ISO_8859_1))) {
      Answer answer = answer(caller);

      // then
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.code()).isEqualTo("request_too_large");
    }
  }

  @Test
  void refusesABodyThatDoesNotCome() throws IOException {
    // given
    String request = new String(request(Map.of(), BODY.getBytes(UTF_8)), ISO_8859_1);

    // when
    try (RawConnection caller = BENCH.connect().send(request.substring(0, request.length() - 1))) {
      Answer answer = answer(caller);

      // then
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.code()).isEqualTo("request_timeout");
      assertThat(caller.isClosed()).isTrue();
    }
  }
}
