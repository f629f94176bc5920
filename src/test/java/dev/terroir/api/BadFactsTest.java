package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers say about their requests and is outside the vocabulary. */
final class BadFactsTest {

  private static final Bench BENCH = Bench.open();
  private static final String BODY = Bench.chat("auto");

  @AfterEach
  void nothingWasSent() {
    assertThat(BENCH.upstream().received()).isEmpty();
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

  private static Answer send(String body, String header) throws IOException {
    try (RawConnection caller = BENCH.connect().ask(body, header + "\r\n")) {
      int status = caller.head().status();
      return new Answer(status, new JsonObject(caller.body()).getJsonObject("error"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "de",
        "De",
        "\ufb01",
        "\u00df",
        "\u0131t",
        "\u0421\u041d",
        "\uff24\uff25",
        "D\u200bE",
        "EU",
        "UK",
        "EL",
        "XX",
        "ZZ",
        "AN",
        "SU",
        "T1",
        "DEU",
        "276",
        "DE;IN",
        "DE,",
        ",DE",
        "DE, ,IN",
        "DE-",
        "DE-ABCD",
        "de-BY",
        "null",
        "*",
        ""
      })
  void refusesWhatIsNoCountry(String country) throws IOException {
    // when
    Answer header = send(BODY, "Terroir-Country: " + country);
    Answer metadata =
        send(
            "{\"metadata\":{\"terroir_country\":\"" + country + "\"}," + BODY.substring(1),
            "X-A: 1");

    // then
    assertThat(header.status()).isEqualTo(400);
    assertThat(header.code()).isEqualTo("unknown_country");
    assertThat(header.error().getString("param")).isEqualTo("Terroir-Country");
    assertThat(metadata.status()).isEqualTo(400);
    assertThat(metadata.code()).isEqualTo("unknown_country");
  }

  @Test
  void hintsAtTheCodeThatWasMeant() throws IOException {
    // when
    Answer answer = send(BODY, "Terroir-Country: UK");

    // then
    assertThat(answer.error().getString("message")).contains("`GB`");
  }

  @ParameterizedTest
  @CsvSource({
    "Terroir-Sector, helth, unknown_value",
    "Terroir-Data, Health, unknown_value",
    "Terroir-Purpose, 'assistance,', unknown_value",
    "Terroir-Age, -1, unknown_value",
    "Terroir-Age, 151, unknown_value",
    "Terroir-Subjects, 1e3, unknown_value",
    "Terroir-Language, de_DE, unknown_value",
    "Terroir-Consent, yes, unknown_value",
    "Terroir-Payer, me, unknown_value",
    "Terroir-Decision, x, reserved_header",
    "Terroir-Tenant, test, reserved_header",
    "terroir-forwarded, x, reserved_header",
    "Terroir-Deployment, one, reserved_header"
  })
  void refusesHeadersThatItDoesNotKnow(String name, String value, String code) throws IOException {
    // when
    Answer answer = send(BODY, name + ": " + value);

    // then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
  }
}
