package dev.terroir.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.catalog.LanguageGrades;
import dev.terroir.fixtures.Libraries;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.jurisdiction.Bloc.Membership;
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

/**
 * What the loader makes of files that are wrong: every fault, where it stands, and nothing loaded.
 */
final class LoaderTest {

  private static Map<String, String> files() {
    Map<String, String> files =
        new HashMap<>(SmallWorld.files(site -> "http://127.0.0.1:1/" + site + "/v1"));
    files.put("evidence/own.yaml", SmallWorld.evidence("model-one", "fluent"));
    return files;
  }

  private static List<String> faults(Map<String, String> files) {
    return switch (Libraries.read(Libraries.write(files))) {
      case Reading.Sound(var contents) -> List.of();
      case Reading.Faulty(var faults) -> faults.stream().map(Fault::toString).toList();
    };
  }

  @Test
  void acceptsTheSmallWorld() {
    assertThat(faults(files())).isEmpty();
  }

  @Test
  void readsEvidenceForEachLanguageOfAResult() {
    LanguageGrades grades = Libraries.of(files()).library().catalog().grades();
    assertThat(grades.evidence())
        .extracting(it -> it.model() + " " + it.language() + " " + it.grade())
        .containsExactly("model-one de FLUENT", "model-one hi FLUENT");
  }

  @Test
  void readsNorwayAsNorway() {
    Map<String, String> files = files();
    files.merge("blocs/G7.yaml", "members: [NO, SE, DK]", LoaderTest::withMembers);
    List<String> members =
        Libraries.of(files).library().groups().values().stream()
            .flatMap(bloc -> bloc.memberships().stream())
            .map(Membership::country)
            .toList();
    assertThat(members).containsExactly("NO", "SE", "DK");
  }

  private static String withMembers(String bloc, String members) {
    return bloc.replaceFirst("members: .*", members);
  }

  private static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("countries/DE.yaml", "data: health", "data: helth", "did you mean `health`?"),
        mistake("countries/DE.yaml", "require:", "requires:", "did you mean `require`?"),
        mistake("countries/DE.yaml", "located-in: DE", "located-in: XX", "no country or bloc `XX`"),
        mistake("countries/DE.yaml", "located-in: DE", "located-in: G8", "did you mean `G7`?"),
        mistake("countries/DE.yaml", "law: secrets", "law: secret", "no law `secret`"),
        mistake("countries/DE.yaml", "country: DE", "country: ZZ", "`ZZ`"),
        mistake("countries/DE.yaml", "country: DE", "country: de", "`de`"),
        mistake("countries/DE.yaml", "id: no-scoring", "id: health-stays", "twice in this file"),
        mistake("countries/DE.yaml", "name: Germany", "name: a\nname: b", "`name` is there twice"),
        mistake("countries/DE.yaml", "name: Germany", "name: &x Germany", "anchors"),
        mistake("countries/DE.yaml", "name: Germany", "name: !!str Germany", "tags"),
        mistake("countries/DE.yaml", "follows: []", "<<: {}\nfollows: []", "merge keys"),
        mistake("countries/DE.yaml", "prefer:", "---\nprefer:", "second document"),
        mistake("countries/DE.yaml", "reviewed: 2026-01-01", "reviewed: 22:22", "reviewed"),
        mistake("countries/DE.yaml", "forbid: true", "forbid: yes", "forbid"),
        mistake("countries/DE.yaml", "name: Germany", "name: [", "not YAML"),
        mistake(
            "evidence/own.yaml",
            "model: model-one",
            "model: model-won",
            "no model `model-won`, did you mean `model-one`?"),
        mistake("evidence/own.yaml", "grade: fluent", "grade: fluant", "did you mean `fluent`?"),
        mistake("evidence/own.yaml", "hi-IN", "Hindi", "`Hindi` does not have the form"),
        mistake("evidence/own.yaml", "date: 2026-11-01", "date: 2026-11-31", "2026-11-31"),
        mistake("evidence/own.yaml", "    source: test\n", "", "`source` is missing"),
        mistake(
            "tenants/test.yaml",
            "on-refusal: refuse",
            "language-floor: fluant",
            "did you mean `fluent`?"),
        mistake(
            "tenants/test.yaml", "on-refusal: refuse", "usual-language: German", "usual-language"),
        mistake("countries/DE.yaml", "follows: []", "follows: [XX]", "no bloc `XX`"),
        mistake(
            "countries/DE.yaml",
            "when: {data: health}",
            "when: {identifier: IN.adhaar}",
            "no identifier `IN.adhaar` is known, did you mean `IN.aadhaar`?"),
        mistake(
            "countries/DE.yaml",
            "when: {data: health}",
            "when: {tenant-owned-from: {in: XX, share-at-least: 50}}",
            "no country or bloc `XX`"),
        mistake(
            "countries/DE.yaml",
            "law: secrets",
            "law: secrets\n    from: 2026-02-30",
            "2026-12-31"),
        mistake("blocs/G7.yaml", "members: [", "members: [false, ", "blocs/G7.yaml"),
        mistake("hosts/de.yaml", "model: model-one", "model: model-on", "no model `model-on`"),
        mistake("hosts/de.yaml", "located-in: [DE]", "located-in: [QQ]", "no country or bloc"),
        mistake("hosts/de.yaml", "endpoint: http", "endpoint: ftp", "`endpoint`"),
        mistake(
            "hosts/de.yaml",
            "served-as: one-at-host",
            "served-as: one-at-host\n    credential: sk-secret",
            "hosts/de.yaml"),
        mistake("tenants/test.yaml", "country: DE", "country: UK", "`UK`"),
        mistake("tenants/test.yaml", "kind: company", "kind: firm", "unknown word `firm`"),
        mistake("gateway.yaml", "binds: []", "binds: [FR]", "no policy file for `FR`"));
  }

  private static Arguments mistake(String file, String right, String wrong, String message) {
    return Arguments.of(file, right, wrong, message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesTheMistakeAndWhereItStands(String file, String right, String wrong, String message) {
    // given
    Map<String, String> files = files();
    String before = files.getOrDefault(file, "");
    assertThat(before).contains(right);
    files.put(file, before.replaceFirst(java.util.regex.Pattern.quote(right), wrong));

    // when
    List<String> faults = faults(files);

    // then
    assertThat(faults).isNotEmpty();
    assertThat(faults)
        .anySatisfy(
            fault -> assertThat(fault).matches("(?s)" + file + ":\\d+:\\d+: .*").contains(message));
  }

  @Test
  void reportsEveryFaultAtOnceSortedByPlace() {
    // given
    Map<String, String> files = files();
    files.computeIfPresent(
        "countries/DE.yaml",
        (name, text) -> text.replace("data: health", "data: helth").replace("forbid:", "forbids:"));
    files.computeIfPresent(
        "tenants/test.yaml", (name, text) -> text.replace("kind: company", "kind: firm"));

    // when
    List<String> faults = faults(files);

    // then
    assertThat(faults).hasSizeGreaterThanOrEqualTo(3).isSorted();
    assertThat(faults)
        .anyMatch(fault -> fault.matches("countries/DE.yaml:\\d+:\\d+: unknown word `helth`.*"));
    assertThat(faults).anyMatch(fault -> fault.startsWith("tenants/test.yaml:4:7: unknown word"));
  }

  @Test
  void saysThatThereIsNoFolder() {
    assertThat(Libraries.read(java.nio.file.Path.of("no/such/folder")).toString())
        .contains("TERROIR_CONFIG");
  }
}
