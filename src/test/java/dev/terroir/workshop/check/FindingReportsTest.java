package dev.terroir.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingReportsTest {

  private static final Finding FINDING =
      Finding.warning(
              Kind.UNSATISFIABLE_RULE, new Origin("countries/DE.yaml", 31, 20), "nothing has it")
          .suggesting("add it")
          .relatedTo(List.of(new Origin("hosts/x.yaml", 4, 2)));

  @Test
  void writesSarif() {
    // when
    ObjectNode sarif =
        FindingReports.sarif(
            List.of(FINDING, Finding.of(new Fault("gateway.yaml", 1, 1, "is missing"))));

    // then
    assertThat(sarif.path("version").asText()).isEqualTo("2.1.0");
    assertThat(sarif.path("$schema").asText()).contains("sarif-schema-2.1.0.json");
    JsonNode run = sarif.path("runs").path(0);
    JsonNode rules = run.path("tool").path("driver").path("rules");
    assertThat(rules).hasSize(Kind.values().length);
    assertThat(rules)
        .allSatisfy(
            rule -> {
              assertThat(rule.path("shortDescription").path("text").asText()).isNotBlank();
              assertThat(rule.path("help").path("text").asText()).isNotBlank();
            });
    assertThat(run.path("results")).hasSize(2);
    for (JsonNode result : run.path("results")) {
      String named = rules.path(result.path("ruleIndex").asInt()).path("id").asText();
      assertThat(result.path("ruleId").asText()).isEqualTo(named);
    }
    JsonNode first = run.path("results").path(0);
    assertThat(first.path("level").asText()).isEqualTo("warning");
    assertThat(first.path("message").path("text").asText()).isEqualTo("nothing has it; add it");
    JsonNode place = first.path("locations").path(0).path("physicalLocation");
    assertThat(place.path("artifactLocation").path("uri").asText()).isEqualTo("countries/DE.yaml");
    assertThat(place.path("region").path("startLine").asInt()).isEqualTo(31);
    assertThat(place.path("region").path("startColumn").asInt()).isEqualTo(20);
    assertThat(first.path("relatedLocations")).hasSize(1);
    assertThat(run.path("results").path(1).path("level").asText()).isEqualTo("error");
  }

  @Test
  void writesPlainJson() {
    JsonNode finding = FindingReports.json(List.of(FINDING)).path(0);
    assertThat(finding.path("kind").asText()).isEqualTo("unsatisfiable-rule");
    assertThat(finding.path("file").asText()).isEqualTo("countries/DE.yaml");
    assertThat(finding.path("line").asInt()).isEqualTo(31);
    assertThat(finding.path("suggestion").asText()).isEqualTo("add it");
  }
}
