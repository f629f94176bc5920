package dev.terroir.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.SmallWorld;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that are not HTTP, or that two readers could take for different things. */
final class BadFramingTest {

  private static final Bench BENCH = Bench.open();

  private static final String POST = "POST /v1/chat/completions HTTP/1.1\r\n";
  private static final String KEY = "Authorization: Bearer " + SmallWorld.KEY + "\r\n";
  private static final String COMMON = "Host: t\r\nContent-Type: application/json\r\n" + KEY;
  private static final String BODY = Bench.chat("auto");
  private static final String LENGTH = "Content-Length: " + BODY.length() + "\r\n";

  /** What a smuggled request would look like behind another's body. */
  private static final String SECOND = POST + COMMON + LENGTH + "\r\n" + BODY;

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

  private static Arguments row(String what, String text, int status, String code) {
    return Arguments.of(what, text, status, code);
  }

  private static Arguments withHeader(String header, int status, String code) {
    return row(header, POST + COMMON + header + "\r\n\r\n" + BODY, status, code);
  }

  static Stream<Arguments> ambiguous() {
    String length = LENGTH.strip();
    return Stream.of(
        withHeader("Transfer-Encoding: xchunked\r\n" + length, 400, "invalid_framing"),
        row(
            "gzip, chunked",
            POST + COMMON + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            400,
            "invalid_framing"),
        withHeader(
            "Upgrade: h2c\r\nConnection: Upgrade\r\n" + length, 400, "upgrade_not_supported"),
        withHeader("Upgrade: websocket\r\n" + length, 400, "upgrade_not_supported"),
        row("no host", POST + KEY + LENGTH + "\r\n" + BODY, 400, "missing_host"),
        withHeader("Host: other\r\n" + length, 400, "duplicate_host"),
        row(
            "absolute form",
            POST.replace("/v1", "http://other/v1") + COMMON + LENGTH + "\r\n" + BODY,
            421,
            "misdirected_request"),
        withHeader("X-A: 1\r\n".repeat(100) + length, 431, "header_too_large"),
        withHeader(
            "Terroir-Country: DE\r\nTerroir-Country: DE\r\n" + length, 400, "duplicate_header"),
        withHeader(
            "Terroir-Country: DE\r\nterroir-country: IN\r\n" + length, 400, "duplicate_header"),
        withHeader("Authorization: Bearer x\r\n" + length, 400, "duplicate_header"),
        withHeader("x-api-key: a\r\nx-api-key: b\r\n" + length, 400, "duplicate_header"),
        withHeader("Content-Type: text/plain\r\n" + length, 400, "duplicate_header"),
        withHeader("x-request-id: a\r\nx-request-id: b\r\n" + length, 400, "duplicate_header"),
        row("TRACE", SECOND.replaceFirst("POST", "TRACE"), 405, "method_not_allowed"),
        row("a parameter", SECOND.replaceFirst(" HTTP", ";x=1 HTTP"), 404, "not_found"));
  }

  static Stream<Arguments> paths() {
    return Stream.of(
            "/v1/%63hat/completions",
            "/v1/chat%2fcompletions",
            "/v1/chat/%2e%2e/chat/completions",
            "/v1/chat/../chat/completions",
            "/v1/./chat/completions",
            "/v1//chat/completions",
            "//v1/chat/completions",
            "/v1\\chat\\completions",
            "/v1/chat/completions%00",
            "/v1/chat/completions%3bx",
            "/v1/chat/%252e%252e/completions",
            "/v1/chat/completions/..",
            "/v1/chat/completions/.")
        .map(path -> row(path, SECOND.replace("/v1/chat/completions", path), 400, "invalid_path"));
  }

  static Stream<Arguments> unknownPaths() {
    return Stream.of(
            "/v1/chat/completions/",
            "/V1/chat/completions",
            "/v1/chat/Completions",
            "/v1/chat/completions.",
            "/v1/chat;x/completions",
            "/admin/v1/policies",
            "/ADMIN/v1/policies",
            "/admin;/v1/policies",
            "/q/health")
        .map(path -> row(path, SECOND.replace("/v1/chat/completions", path), 404, "not_found"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"ambiguous", "paths", "unknownPaths"})
  void refusesWithACode(String what, String text, int status, String code) throws IOException {
    // when: another request follows on the same connection
    try (RawConnection caller = BENCH.connect().send(text + SECOND)) {
      RawConnection.Head head = caller.head();

      // then
      assertThat(head.status()).as(what).isEqualTo(status);
      assertThat(caller.body()).contains("\"code\":\"" + code + "\"");
      assertThat(head.header("x-request-id")).isNotEmpty();
      assertThat(head.header("terroir-decision")).isNotEmpty();
      assertThat(caller.isClosed()).isTrue();
    }
  }

  private static Arguments codec(String what, String text) {
    return Arguments.of(what, text);
  }

  private static Arguments chunked(String what, String chunks) {
    return codec(what, POST + COMMON + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
  }

  static Stream<Arguments> leftToTheCodec() {
    String head = POST + COMMON;
    String size = Integer.toHexString(BODY.length());
    return Stream.of(
        codec("chunked, identity", head + "Transfer-Encoding: chunked, identity\r\n\r\n" + BODY),
        codec("vertical tab", head + "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n"),
        codec("two lengths", head + LENGTH + "Content-Length: 1\r\n\r\n" + BODY),
        codec("two equal lengths", head + LENGTH + LENGTH + "\r\n" + BODY),
        codec("a list of lengths", head + "Content-Length: 2, 2\r\n\r\n{}"),
        codec("a signed length", head + "Content-Length: +2\r\n\r\n{}"),
        codec("a negative length", head + "Content-Length: -2\r\n\r\n{}"),
        codec("a huge length", head + "Content-Length: 99999999999999999999\r\n\r\n{}"),
        codec("length and chunked", head + LENGTH + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        codec("space before the colon", head + "X-A : 1\r\n" + LENGTH + "\r\n" + BODY),
        codec("bare LF", head.replace("\r\n", "\n") + LENGTH.replace("\r\n", "\n") + "\n" + BODY),
        codec("bare CR", head + "X-A: 1\rX-B: 2\r\n" + LENGTH + "\r\n" + BODY),
        codec("NUL", head + "X-A: 1\u0000\r\n" + LENGTH + "\r\n" + BODY),
        codec("long header", head + "X-A: " + "a".repeat(9000) + "\r\n" + LENGTH + "\r\n" + BODY),
        codec("long path", SECOND.replace(" HTTP", "?" + "a".repeat(5000) + " HTTP")),
        codec("method", SECOND.replaceFirst("POST", "G@T")),
        codec("PROXY", "PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n" + SECOND),
        codec("HTTP/2 by prior knowledge", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        codec("CONNECT", SECOND.replaceFirst("POST /v1/chat/completions", "CONNECT other:443")),
        codec("folded country", head + "Terroir-Country: DE\r\n US\r\n" + LENGTH + "\r\n" + BODY),
        chunked("hexadecimal size", "0x" + size + "\r\n" + BODY + "\r\n0\r\n\r\n"),
        chunked("negative size", "-2\r\n" + BODY + "\r\n0\r\n\r\n"),
        chunked("overflowing size", "f".repeat(17) + "\r\n" + BODY + "\r\n0\r\n\r\n"),
        chunked("extension with LF", size + ";a\n\r\n" + BODY + "\r\n0\r\n\r\n"),
        chunked("no CRLF", size + "\r\n" + BODY + "0\r\n\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("leftToTheCodec")
  void refusesOrCloses(String what, String text) throws IOException {
    // when
    try (RawConnection caller = BENCH.connect().send(text.getBytes(ISO_8859_1))) {

      // then
      assertThat(caller.refusal()).as(what).matches("4..|501|");
    }
  }
}
