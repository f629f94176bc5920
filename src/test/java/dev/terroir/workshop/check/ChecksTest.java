package dev.terroir.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Libraries;
import dev.terroir.fixtures.SmallWorld;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of mistake, planted in a small world that has none of them. */
final class ChecksTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String GERMANY = "countries/DE.yaml";
  private static final String RULES = "rules:\n";

  private static Map<String, String> world() {
    Map<String, String> files = new HashMap<>(SmallWorld.files(site -> "http://127.0.0.1:1/v1"));
    files.computeIfPresent(
        "countries/IN.yaml",
        (name, text) -> text + "laws:\n  x: {title: X, source: test, confidence: high}\n");
    files.put(
        "scenarios/DE.yaml",
        """
        scenarios:
          - {id: health, title: at home, request: {country: DE, data: health}, expect: permit}
          - {id: scoring, title: no, request: {country: DE, purpose: social-scoring}, expect: deny}
        """);
    return files;
  }

  private static List<Finding> findings(Map<String, String> files) {
    return Checks.of(Libraries.of(files), TODAY);
  }

  @Test
  void findsNothingInAWorldThatIsFine() {
    assertThat(findings(world())).isEmpty();
  }

  private static String rule(String body) {
    return RULES + "  - {id: planted, law: secrets, " + body + "}\n";
  }

  private static Arguments planted(
      String file, String right, String wrong, Severity severity, Kind kind, String at) {
    return Arguments.of(file, right, wrong, severity, kind, at);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        planted(
            GERMANY,
            RULES,
            RULES
                + "  - {id: long, law: secrets, oblige: {retain-log: {at-least: P1Y}}}\n"
                + "  - {id: short, law: secrets, oblige: {retain-log: {at-most: P30D}}}\n",
            Severity.ERROR,
            Kind.CONTRADICTORY_DUTIES,
            "P30D}}}"),
        planted(
            GERMANY,
            RULES,
            RULES
                + "  - {id: here, law: secrets, require: {located-in: DE}}\n"
                + "  - {id: there, law: secrets, require: {located-in: IN}}\n",
            Severity.ERROR,
            Kind.CONTRADICTORY_DUTIES,
            "{located-in: IN}"),
        planted(
            GERMANY,
            RULES,
            rule("require: {certified: C5-typ2}"),
            Severity.WARNING,
            Kind.UNSATISFIABLE_RULE,
            "C5-typ2"),
        planted(
            GERMANY,
            RULES,
            rule("until: 2020-01-01, forbid: true"),
            Severity.NOTE,
            Kind.UNREACHABLE_RULE,
            "2020-01-01"),
        planted(
            GERMANY,
            RULES,
            rule("where: {located-in: FR}, forbid: true"),
            Severity.WARNING,
            Kind.UNREACHABLE_RULE,
            "{located-in: FR}"),
        planted(
            GERMANY,
            RULES,
            rule("when: {state: US-CA}, forbid: true"),
            Severity.WARNING,
            Kind.UNREACHABLE_RULE,
            "US-CA"),
        planted(
            GERMANY,
            RULES,
            RULES
                + "  - {id: all, law: secrets, when: {data: health}, forbid: true}\n"
                + "  - {id: some, law: secrets, when: {data: health, sector: media}, forbid:"
                + " true}\n",
            Severity.NOTE,
            Kind.UNREACHABLE_RULE,
            "{id: some"),
        planted(
            GERMANY,
            "- order: [{model: model-one}",
            "- order: [{located-in: FR}, {model: model-one}",
            Severity.NOTE,
            Kind.PREFERENCE_NEVER_LAWFUL,
            "{located-in: FR}"),
        planted(
            GERMANY,
            "- order: [{model: model-one}",
            "- when: {data: health}\n    order: [{located-in: IN}]\n  - order: [{model: model-one}",
            Severity.WARNING,
            Kind.PREFERENCE_NEVER_LAWFUL,
            "{located-in: IN}"),
        planted(
            GERMANY,
            "reviewed: 2026-01-01",
            "reviewed: 2025-01-01",
            Severity.NOTE,
            Kind.EXPIRED_FACTS,
            "2025-01-01"),
        planted(
            "tenants/test.yaml",
            "{id: k1, ",
            "{id: k1, expires: 2026-01-01, ",
            Severity.NOTE,
            Kind.EXPIRED_FACTS,
            "{id: k1"),
        planted(
            GERMANY,
            RULES,
            rule("when: {data: personal}, forbid: true"),
            Severity.WARNING,
            Kind.NO_LAWFUL_CHAT,
            "country: DE"),
        planted(
            GERMANY,
            RULES,
            rule("when: {sector: media}, oblige: {disclose-ai: true}"),
            Severity.NOTE,
            Kind.UNCOVERED_RULE,
            "{id: planted"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void findsAMistakeWhereItStands(
      String file, String right, String wrong, Severity severity, Kind kind, String at) {
    // given
    Map<String, String> files = world();
    String before = files.getOrDefault(file, "");
    assertThat(before).contains(right);
    String text = before.replace(right, wrong);
    files.put(file, text);

    // when
    List<Finding> found = findings(files);

    // then
    assertThat(found)
        .filteredOn(it -> it.kind() == kind && it.severity() == severity)
        .as("of %s", found)
        .extracting(it -> it.origin().toString())
        .contains(file + ":" + place(text, at));
  }

  @Test
  void suggestsTheIdThatWasProbablyMeant() {
    // given
    Map<String, String> files = world();
    files.computeIfPresent(
        "hosts/de.yaml", (name, text) -> text.replace("certified: []", "certified: [C5-type2]"));
    files.computeIfPresent(
        GERMANY, (name, text) -> text.replace(RULES, rule("require: {certified: C5-typ2}")));

    // when
    List<Finding> found = findings(files);

    // then
    assertThat(found).extracting(Finding::text).anyMatch(text -> text.contains("`C5-type2`"));
  }

  @Test
  void rulesOfTwoCountriesMayContradictEachOther() {
    // given
    Map<String, String> files = world();
    files.computeIfPresent(
        GERMANY,
        (name, text) -> text.replace(RULES, rule("oblige: {retain-log: {at-most: P30D}}")));
    files.computeIfPresent(
        "countries/IN.yaml",
        (name, text) ->
            text + RULES + "  - {id: y, law: x, oblige: {retain-log: {at-least: P180D}}}\n");

    // when
    List<Finding> found = findings(files);

    // then
    assertThat(found)
        .filteredOn(it -> it.kind() == Kind.CONTRADICTORY_DUTIES)
        .singleElement()
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.WARNING))
        .satisfies(it -> assertThat(it.related()).hasSize(1))
        .satisfies(it -> assertThat(it.text()).contains("IN/y").contains("P180D"));
  }

  @Test
  void aRuleThatAsksForARecalledFactIsTold() {
    // given
    Map<String, String> files = world();
    files.computeIfPresent(
        "hosts/in.yaml", (name, text) -> text.replace("verified: seen", "verified: recalled"));

    // when
    List<Finding> found = findings(files);

    // then
    assertThat(found)
        .filteredOn(it -> it.kind() == Kind.EXPIRED_FACTS)
        .extracting(it -> it.origin().file())
        .containsOnly("hosts/in.yaml");
  }

  @Test
  void findsNoErrorInWhatIsShipped() {
    assertThat(Checks.of(Libraries.shipped(), TODAY))
        .isNotEmpty()
        .noneMatch(it -> it.severity() == Severity.ERROR);
  }

  private static String place(String text, String part) {
    int index = text.indexOf(part);
    String before = text.substring(0, index);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return line + ":" + (index - before.lastIndexOf('\n'));
  }
}
