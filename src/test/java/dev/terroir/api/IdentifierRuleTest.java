package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.TestGateway;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule on an identifier speaks of requests in which one stands, wherever in them. */
final class IdentifierRuleTest {

  private static Map<String, String> keepingTaxNumbers(Map<String, String> files) {
    String rule =
        """
        rules:
          - id: tax-number
            law: secrets
            when: {identifier: DE.steuer-id}
            require: {located-in: DE}
        """;
    files.computeIfPresent("countries/DE.yaml", (name, text) -> text.replace("rules:\n", rule));
    return files;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'role':'user','content':'my IdNr is 86095742719'} | 451",
        "{'role':'user','content':[{'type':'text','text':'86 095 742 719'}]} | 451",
        "{'role':'system','content':'the person is 86095742719'} | 451",
        "{'role':'user','content':'order 8609574271 of today'} | 200",
        "{'role':'user','content':'no number at all'} | 200"
      })
  void countsWhatStandsInAnyMessage(String message, int status) {
    try (Bench bench = Bench.open(TestGateway.LIMITS, IdentifierRuleTest::keepingTaxNumbers)) {
      // when
      Response response =
          bench
              .caller()
              .body(
                  "{\"model\":\"model-abroad\",\"messages\":[%s]}"
                      .formatted(message.replace('\'', '"')))
              .post("/v1/chat/completions");

      // then
      assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
      if (status == 451) {
        assertThat(response.jsonPath().getString("terroir.reasons[0].rule"))
            .isEqualTo("DE/tax-number");
      }
    }
  }
}
