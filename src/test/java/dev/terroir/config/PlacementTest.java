package dev.terroir.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Libraries;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.PolicyFolder.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A place that contradicts the region, or a region that is not known, loads nothing. */
final class PlacementTest {

  private static final String BEDROCK =
      """
      dialect: bedrock
      sites:
        - id: cloud
          region: eu-central-1
          located-in: [DE]
          endpoint: https://bedrock-runtime.eu-central-1.amazonaws.com
          models: {model-one: "anthropic.one-v1:0", model-two: "anthropic.two-v1:0"}
      """;

  private static final String AZURE =
      """
      dialect: azure-openai
      sku: standard
      sites:
        - id: cloud
          region: germanywestcentral
          located-in: [DE]
          endpoint: https://mine.openai.azure.com/openai/v1
          models: {model-one: one}
      """;

  private static final String VERTEX =
      """
      dialect: gemini
      authentication: google
      sites:
        - id: cloud
          region: europe-west3
          located-in: [DE]
          endpoint: https://europe-west3-aiplatform.googleapis.com/v1/projects/p/locations/europe-west3/publishers/google
          models: {model-one: one}
      """;

  private static final String OPENAI =
      """
      dialect: openai
      sites:
        - id: cloud
          region: eu
          located-in: [EU]
          endpoint: https://eu.api.openai.com/v1
          models: {model-one: one}
      """;

  private static List<String> faults(String host) {
    Map<String, String> files =
        new HashMap<>(SmallWorld.files(site -> "http://127.0.0.1:1/" + site + "/v1"));
    files.put(
        "blocs/EU.yaml",
        files.getOrDefault("blocs/G7.yaml", "").replace("G7", "EU").replace("CA, DE", "DE"));
    files.put(
        "hosts/cloud.yaml",
        """
        host: cloud
        name: Cloud
        operator: {name: Cloud, controlled-from: [US], established-in: [US]}
        hosting: third-party
        certified: []
        agreements: []
        source: test
        verified: seen
        confidence: high
        """
            + host);
    return switch (Libraries.read(Libraries.write(files))) {
      case Reading.Sound(var contents) -> List.of();
      case Reading.Faulty(var faults) -> faults.stream().map(Fault::toString).toList();
    };
  }

  private static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(BEDROCK, "located-in: [DE]", "located-in: [FR]", "is in `DE`: say just that"),
        Arguments.of(BEDROCK, "located-in: [DE]", "located-in: [EU]", "is in `DE`: say just that"),
        Arguments.of(BEDROCK, "region: eu-central-1", "weight: 1", "`region` is missing"),
        Arguments.of(BEDROCK, "region: eu-central-1", "region: eu-west-1", "not an endpoint of"),
        Arguments.of(BEDROCK, "region: eu-central-1", "region: eu-central-9", "is not known"),
        Arguments.of(BEDROCK, "\"anthropic.two", "\"eu.anthropic.two", "`eu` is in `EU`"),
        Arguments.of(BEDROCK, "\"anthropic.two", "\"global.anthropic.two", "`global` is not known"),
        Arguments.of(BEDROCK, "\"anthropic.two", "\"apac.anthropic.two", "`apac` is not known"),
        Arguments.of(AZURE, "located-in: [DE]", "located-in: [US]", "is in `DE`: say just that"),
        Arguments.of(AZURE, "sku: standard", "sku: datazone", "is in `EU`: say just that"),
        Arguments.of(AZURE, "sku: standard", "sku: global", "may run anywhere"),
        Arguments.of(AZURE, "sku: standard\n", "", "`sku` is missing"),
        Arguments.of(AZURE, "/openai/v1", "/openai", "an `api-version` is given"),
        Arguments.of(AZURE, "region: germanywestcentral", "region: global", "is not known"),
        Arguments.of(VERTEX, "region: europe-west3", "region: global", "is not known"),
        Arguments.of(VERTEX, "locations/europe-west3", "locations/global", "not an endpoint of"),
        Arguments.of(VERTEX, "//europe-west3-", "//", "not an endpoint of"),
        Arguments.of(OPENAI, "located-in: [EU]", "located-in: [DE]", "is in `EU`: say just that"),
        Arguments.of(OPENAI, "region: eu", "region: gb", "not an endpoint of"),
        Arguments.of(OPENAI, "region: eu\n", "weight: 1\n", "`region` is missing"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void refusesWhatContradictsTheRegion(String host, String right, String wrong, String message) {
    // given
    assertThat(host).contains(right);

    // when
    List<String> faults = faults(host.replace(right, wrong));

    // then
    assertThat(faults)
        .anySatisfy(
            fault ->
                assertThat(fault).matches("(?s)hosts/cloud.yaml:\\d+:\\d+: .*").contains(message));
  }

  @Test
  void saysAFaultOfASiteOnceForAllItsModels() {
    assertThat(faults(BEDROCK.replace("located-in: [DE]", "located-in: [FR]"))).hasSize(1);
  }

  @Test
  void acceptsWhatAgrees() {
    for (String host : List.of(BEDROCK, AZURE, VERTEX, OPENAI)) {
      assertThat(faults(host)).as(host).isEmpty();
    }
    assertThat(
            faults(
                BEDROCK
                    .replace("\"anthropic", "\"eu.anthropic")
                    .replace("located-in: [DE]", "located-in: [EU]")))
        .isEmpty();
    assertThat(faults(AZURE.replace("/openai/v1", "/openai\n    api-version: 2024-10-21")))
        .isEmpty();
  }
}
