package dev.terroir.workshop.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.terroir.audit.RecordedDecision;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Sector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DiffTest {

  private static final String INDIA = "countries/IN.yaml";
  private static final String KEEPS_LAW =
      "laws:\n  x: {title: X, source: test, confidence: high}\nrules:\n";

  private static Diff.Report diff(Library before, Library after, RecordedDecision... recorded) {
    return Diff.between(before, after, Worlds.scope(after, DataClass.values()), List.of(recorded));
  }

  private static Library withRule(String rule) {
    return Worlds.contents(Map.of(INDIA, Worlds.text(INDIA) + KEEPS_LAW + rule)).library();
  }

  @Test
  void nothingChangesBetweenTheSame() {
    Diff.Report report = diff(Worlds.library(), Worlds.library());
    assertThat(report.asked()).isPositive();
    assertThat(report.changed()).isZero();
    assertThat(report.changes()).isEmpty();
  }

  @Test
  void whatIsAlikeIsOneChange() {
    // given: nothing may serve health data in two sectors any more
    Library after =
        withRule(
            "  - {id: r, law: x, when: {sector: [health, media], data: health}, forbid: true}\n");

    // when
    Diff.Report report = diff(Worlds.library(), after);

    // then
    assertThat(report.changes()).hasSize(1);
    Change change = report.changes().getFirst();
    assertThat(change.kind()).isEqualTo(Change.Kind.REFUSED);
    assertThat(change.country().code()).isEqualTo("IN");
    assertThat(change.sectors()).containsExactly("health", "media");
    assertThat(change.data()).containsExactly("health", "patient-record", "national-health-record");
    assertThat(change.languages()).containsExactly("hi");
    assertThat(change.before()).isEqualTo("served by abroad/model-abroad");
    assertThat(change.after()).isEqualTo("refused by IN/r");
    assertThat(report.changed()).isEqualTo(change.size()).isEqualTo(6);
  }

  @Test
  void tellsRefusedServedFirstLawfulAndDutiesApart() {
    Library plain = Worlds.library();
    Library forbidden = withRule("  - {id: r, law: x, when: {sector: media}, forbid: true}\n");
    assertThat(kinds(plain, forbidden)).containsExactly(Change.Kind.REFUSED);
    assertThat(kinds(forbidden, plain)).containsExactly(Change.Kind.SERVED);
    assertThat(kinds(plain, withRule("  - {id: r, law: x, where: {host: in}, forbid: true}\n")))
        .containsExactly(Change.Kind.FIRST_CHOICE);
    assertThat(kinds(plain, withRule("  - {id: r, law: x, where: {host: de}, forbid: true}\n")))
        .containsExactly(Change.Kind.LAWFUL);
    assertThat(kinds(plain, withRule("  - {id: r, law: x, oblige: {disclose-ai: true}}\n")))
        .containsExactly(Change.Kind.DUTIES);
    assertThat(
            kinds(
                plain,
                withRule("  - {id: r, law: x, where: {host: in}, forbid: true, mode: shadow}\n")))
        .isEmpty();
  }

  private static List<Change.Kind> kinds(Library before, Library after) {
    return diff(before, after).changes().stream().map(Change::kind).distinct().toList();
  }

  @Test
  void aNewDeploymentIsComparedByName() {
    // given
    Library after =
        Worlds.library(
            "hosts/in.yaml",
            "deployments:\n",
            "deployments:\n"
                + dev.terroir.fixtures.SmallWorld.deployment(
                    "aaa", "model-one", "IN", site -> "http://127.0.0.1:1/v1"));

    // when
    Diff.Report report = diff(Worlds.library(), after);

    // then
    assertThat(report.changes())
        .filteredOn(change -> change.country().code().equals("IN"))
        .allSatisfy(
            change -> assertThat(change.after()).isEqualTo("aaa/model-one, abroad/model-abroad"));
    assertThat(report.changes()).isNotEmpty();
  }

  @Test
  void saysWhatShareOfRecordedRequestsWouldChange() {
    // given: three of four were about health in India
    Library after = withRule("  - {id: r, law: x, when: {data: health}, forbid: true}\n");
    RecordedDecision health =
        new RecordedDecision(
            "gone", List.of("country=IN(TENANT)", "data=health", "needs=[chat]", "model=auto"));
    RecordedDecision retail =
        new RecordedDecision(
            "test", List.of("country=DE(TENANT)", "sector=retail", "needs=[chat]"));
    RecordedDecision foreign = new RecordedDecision("test", List.of("sector=retail"));

    // when
    Traffic traffic =
        diff(Worlds.library(), after, health, health, health, retail, foreign)
            .traffic()
            .orElseThrow();

    // then
    assertThat(traffic.recorded()).isEqualTo(5);
    assertThat(traffic.unreadable()).isEqualTo(1);
    assertThat(traffic.changed()).isEqualTo(Map.of(Change.Kind.REFUSED, 3));
    assertThat(traffic.share()).isEqualTo(0.6, within(1e-9));
  }

  @Test
  void everySectorIsCompared() {
    Library after = withRule("  - {id: r, law: x, forbid: true}\n");
    assertThat(diff(Worlds.library(), after).changed())
        .isEqualTo((Sector.values().length + 1) * DataClass.values().length);
  }
}
