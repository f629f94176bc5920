package dev.terroir.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What one cell is made of: its overlay, and the policy files that {@code k8s/render} adds. */
final class CellsTest {

  private static final Path CONFIG = Path.of("config").toAbsolutePath();
  private static final Path OVERLAYS = Path.of("k8s", "overlays");
  private static final String MOUNT = "/etc/terroir/config";

  /** The API server refuses a ConfigMap above 1 MiB. */
  private static final int LIMIT_BYTES = 1 << 20;

  private static final Map<String, Manifests> CELLS = new ConcurrentHashMap<>();

  @BeforeAll
  static void needsKubectl() {
    Kubectl.assumePresent(CellsTest.class);
  }

  @Test
  void everyOverlayIsTestedHere() throws IOException {
    assertThat(names(OVERLAYS)).containsExactly("ap-south", "eu-central");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-central", "ap-south"})
  void carriesEveryPolicyFileAsItIs(String id) throws IOException {
    Map<String, String> files = policyFiles();

    Map<String, String> carried = flat(cell(id).files());
    carried.remove("terroir-gateway/gateway.yaml");

    assertThat(carried.keySet()).containsExactlyElementsOf(files.keySet()).isNotEmpty();
    assertThat(files.keySet())
        .filteredOn(name -> !files.getOrDefault(name, "").equals(carried.get(name)))
        .as("files whose content differs")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-central", "ap-south"})
  void mountsEveryPolicyFolder(String id) throws IOException {
    Map<String, String> mounts =
        cell(id).container().getVolumeMounts().stream()
            .filter(mount -> mount.getMountPath().startsWith(MOUNT + "/"))
            .collect(Collectors.toMap(VolumeMount::getMountPath, VolumeMount::getName));

    assertThat(mounts.keySet())
        .containsExactlyInAnyOrderElementsOf(
            folders().map(folder -> MOUNT + "/" + folder.getFileName()).toList());
    assertThat(mounts)
        .allSatisfy((path, name) -> assertThat(path).endsWith("/" + name))
        .allSatisfy((path, name) -> assertThat(source(id, name)).isEqualTo("terroir-" + name));
    assertThat(cell(id).container().getVolumeMounts())
        .extracting(VolumeMount::getSubPath)
        .containsOnlyNulls();
  }

  @Test
  void carriesAFileThatAnOperatorAdds(@TempDir Path config) throws IOException {
    Path country = Files.createDirectories(config.resolve("countries")).resolve("XX.yaml");
    Files.writeString(country, "country: XX\n");

    Manifests cell = Kubectl.render("eu-central", config);

    assertThat(cell.files().get("terroir-countries")).isEqualTo(Map.of("XX.yaml", "country: XX\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-central", "ap-south"})
  void fitsIntoConfigMaps(String id) {
    assertThat(cell(id).files())
        .allSatisfy((name, files) -> assertThat(bytes(files)).isLessThan(LIMIT_BYTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-central", "ap-south"})
  void holdsNoTenantAndNoDevelopmentKey(String id) throws IOException {
    Manifests cell = cell(id);

    assertThat(cell.all(Secret.class)).as("secrets are made by the operator").isEmpty();
    assertThat(cell.files()).doesNotContainKey("terroir-tenants");
    assertThat(cell.text()).doesNotContain("for-development-only");
    assertThat(developmentKeys()).isNotEmpty().noneMatch(cell.text()::contains);
    assertThat(cell.pod().getVolumes())
        .filteredOn(volume -> volume.getName().equals("tenants"))
        .extracting(volume -> volume.getSecret().getSecretName())
        .containsExactly("terroir-tenants");
  }

  @ParameterizedTest
  @CsvSource({"eu-central, DE", "ap-south, IN"})
  void isTheCellThatItsNameSays(String id, String country) throws IOException {
    Map<?, ?> gateway = yaml(cell(id).files().getOrDefault("terroir-gateway", Map.of()));

    assertThat(gateway.get("cell")).isEqualTo(Map.of("id", id, "binds", List.of(country)));
    assertThat(gateway.get("aliases"))
        .isEqualTo(
            yaml(Map.of("gateway.yaml", Files.readString(CONFIG.resolve("gateway.yaml"))))
                .get("aliases"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-central", "ap-south"})
  void livesInItsOwnNamespace(String id) {
    assertThat(cell(id).objects())
        .filteredOn(object -> !(object instanceof Namespace))
        .extracting(object -> object.getMetadata().getNamespace())
        .containsOnly("terroir-" + id);
    assertThat(cell(id).one(Namespace.class, "terroir-" + id).getMetadata().getLabels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    assertThat(cell(id).objects())
        .extracting(
            (HasMetadata object) -> object.getMetadata().getLabels().get("terroir.dev/cell"))
        .containsOnly(id);
  }

  @ParameterizedTest
  @CsvSource({"eu-central, europe-west3", "ap-south, asia-south1"})
  void runsOnNodesOfItsRegionOnly(String id, String region) {
    List<NodeSelectorRequirement> required =
        cell(id)
            .pod()
            .getAffinity()
            .getNodeAffinity()
            .getRequiredDuringSchedulingIgnoredDuringExecution()
            .getNodeSelectorTerms()
            .stream()
            .flatMap(term -> term.getMatchExpressions().stream())
            .toList();

    assertThat(required)
        .hasSize(1)
        .first()
        .returns("topology.kubernetes.io/region", NodeSelectorRequirement::getKey)
        .returns("In", NodeSelectorRequirement::getOperator)
        .satisfies(requirement -> assertThat(requirement.getValues()).contains(id, region));
  }

  private static Manifests cell(String id) {
    return CELLS.computeIfAbsent(id, cell -> Kubectl.render(cell, CONFIG));
  }

  private static String source(String id, String name) {
    Volume volume =
        cell(id).pod().getVolumes().stream()
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return volume.getConfigMap() == null
        ? volume.getSecret().getSecretName()
        : volume.getConfigMap().getName();
  }

  private static Map<String, String> policyFiles() throws IOException {
    Map<String, Map<String, String>> files = new TreeMap<>();
    for (Path folder : folders().toList()) {
      if (!folder.endsWith("tenants")) {
        files.put("terroir-" + folder.getFileName(), contents(folder));
      }
    }
    return flat(files);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String name : names(folder)) {
      contents.put(name, Files.readString(folder.resolve(name)));
    }
    return contents;
  }

  private static Map<String, String> flat(Map<String, Map<String, String>> files) {
    Map<String, String> flat = new TreeMap<>();
    files.forEach((map, data) -> data.forEach((name, text) -> flat.put(map + "/" + name, text)));
    return flat;
  }

  private static Stream<Path> folders() throws IOException {
    return names(CONFIG).stream().map(CONFIG::resolve).filter(Files::isDirectory);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> Objects.toString(entry.getFileName())).sorted().toList();
    }
  }

  private static List<String> developmentKeys() throws IOException {
    return contents(CONFIG.resolve("tenants")).values().stream()
        .flatMap(tenant -> Pattern.compile("\\b[0-9a-f]{64}\\b").matcher(tenant).results())
        .map(MatchResult::group)
        .toList();
  }

  private static int bytes(Map<String, String> files) {
    return files.values().stream()
        .mapToInt(content -> content.getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  private static Map<?, ?> yaml(Map<String, String> files) {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().build())
            .loadFromString(files.getOrDefault("gateway.yaml", ""));
  }
}
