package dev.terroir.config.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.terroir.config.files.Secrets;
import dev.terroir.config.files.YamlPolicyFolder;
import dev.terroir.fixtures.Libraries;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.gateway.Snapshot;
import dev.terroir.identity.Keys;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.policy.PolicySet;
import dev.terroir.policy.engine.Enforcement;
import dev.terroir.policy.folder.Editions;
import dev.terroir.policy.folder.FolderText;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.Rejection;
import dev.terroir.routing.Health;
import dev.terroir.routing.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class ReloaderTest {

  private static final String GERMANY = "countries/DE.yaml";
  private static final Clock CLOCK = Clock.systemUTC();

  private final Path folder = Libraries.write(world());
  private final Heard heard = new Heard();

  /** What a reloader reports. */
  private static final class Heard implements ReloadTelemetry {
    private final List<String> swapped = new ArrayList<>();
    private final List<Rejection> refused = new ArrayList<>();

    @Override
    public void swapped(Standing standing, Duration took) {
      swapped.add(standing.snapshot().digest());
    }

    @Override
    public void refused(Rejection rejection) {
      refused.add(rejection);
    }

    @Override
    public void bug(Throwable cause) {
      throw new AssertionError(cause);
    }
  }

  private static Map<String, String> world() {
    return new HashMap<>(SmallWorld.files(site -> "http://127.0.0.1:1/v1"));
  }

  private Reloader open(boolean selfTest) {
    return Reloader.open(
        new Reloader.Parts(
            new YamlPolicyFolder(new Secrets(name -> Optional.empty())),
            folder,
            ReloaderTest::snapshot,
            contents -> Map.of(),
            selfTest,
            CLOCK,
            heard));
  }

  private static Snapshot snapshot(Contents contents) {
    return new Snapshot(
        contents.digest(),
        new PolicySet(contents.library(), Enforcement.IDEAL, LocalDate.of(2026, 11, 24)),
        new Keys(contents.keys(), true, CLOCK),
        new Keys(contents.operators(), true, CLOCK),
        new JurisdictionResolver(contents.binds()),
        new Strategy(contents.library().catalog(), new Health(CLOCK), 3));
  }

  private void write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String germany() {
    return world().getOrDefault(GERMANY, "");
  }

  /** Looks until nothing wants a second look. */
  private static void settle(Reloader reloader) {
    while (reloader.look()) {
      assertThat(reloader.standing()).isNotNull();
    }
  }

  @Test
  void nothingHappensWhereNothingChanges() {
    Reloader reloader = open(true);
    Snapshot before = reloader.snapshot();
    settle(reloader);
    assertThat(reloader.snapshot()).isSameAs(before);
    assertThat(heard.swapped).isEmpty();
  }

  @Test
  void aFaultyFolderIsNoPlaceToStart() {
    write(GERMANY, germany().replace("health}", "helth}"));
    assertThatThrownBy(() -> open(true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("countries/DE.yaml:")
        .hasMessageContaining("helth");
  }

  @Test
  void anEditIsTakenOverWhenASecondLookFindsItAsTheFirst() {
    // given
    Reloader reloader = open(true);
    String before = reloader.snapshot().digest();
    write(GERMANY, germany() + "# reviewed\n");

    // when
    boolean again = reloader.look();

    // then
    assertThat(again).isTrue();
    assertThat(reloader.snapshot().digest()).isEqualTo(before);
    assertThat(reloader.look()).isFalse();
    assertThat(reloader.snapshot().digest()).isNotEqualTo(before);
    assertThat(heard.swapped).containsExactly(reloader.snapshot().digest());
  }

  @Test
  void anEditThatIsStillGoingOnIsNotJudged() {
    // given: three looks, each of which finds something else
    Reloader reloader = open(true);
    String before = reloader.snapshot().digest();
    for (String half : List.of("country: D", "country: DE\nname: Ger", germany() + "# one\n")) {
      write(GERMANY, half);
      assertThat(reloader.look()).isTrue();
      assertThat(reloader.snapshot().digest()).isEqualTo(before);
    }

    // then
    assertThat(heard.refused).isEmpty();
    settle(reloader);
    assertThat(heard.swapped).hasSize(1);
  }

  @Test
  void aBrokenEditKeepsTheLastGoodOneAndIsReportedOnce() {
    // given
    Reloader reloader = open(true);
    Snapshot good = reloader.snapshot();
    write(GERMANY, germany().replace("health}", "helth}"));

    // when
    settle(reloader);
    settle(reloader);

    // then
    assertThat(reloader.snapshot()).isSameAs(good);
    assertThat(reloader.standing().isFaulty()).isTrue();
    assertThat(heard.refused).hasSize(1);
    assertThat(heard.refused.getFirst().faults().getFirst().toString())
        .matches("countries/DE\\.yaml:\\d+:\\d+: unknown word `helth`.*");

    // and its repair is taken over
    write(GERMANY, germany() + "# repaired\n");
    settle(reloader);
    assertThat(reloader.standing().isFaulty()).isFalse();
    assertThat(heard.swapped).hasSize(1);
  }

  @Test
  void goingBackToWhatIsInForceEndsTheFault() {
    Reloader reloader = open(true);
    write(GERMANY, "nonsense");
    settle(reloader);
    write(GERMANY, germany());
    settle(reloader);
    assertThat(reloader.standing().isFaulty()).isFalse();
  }

  @Test
  void policiesThatFailTheirScenariosAreRefusedWithThePlaceOfTheScenario() {
    // given
    write(
        "scenarios/DE.yaml",
        "scenarios:\n"
            + "  - {id: at-home, title: t, request: {country: DE, data: health}, expect: permit,"
            + " first: one/model-one}\n");
    Reloader tested = open(true);
    Reloader untested = open(false);
    write(GERMANY, germany().replace("[{model: model-one}", "[{model: model-two}"));

    // when
    settle(tested);
    settle(untested);

    // then
    assertThat(tested.standing().rejection().orElseThrow().faults())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.toString())
                    .startsWith("scenarios/DE.yaml:2:5: the scenario `at-home`"));
    assertThat(untested.standing().isFaulty()).isFalse();
  }

  @Test
  void whatCannotBeReadIsRefused() throws IOException {
    Reloader reloader = open(true);
    Snapshot good = reloader.snapshot();
    Files.write(folder.resolve(GERMANY), new byte[] {(byte) 0xC3, (byte) 0x28});
    settle(reloader);
    assertThat(reloader.standing().rejection().orElseThrow().faults().getFirst().message())
        .contains("UTF-8");
    Files.delete(folder.resolve("gateway.yaml"));
    settle(reloader);
    assertThat(reloader.snapshot()).isSameAs(good);
    assertThat(reloader.standing().isFaulty()).isTrue();
  }

  @Test
  void aFolderThatVanishesChangesNothing() throws IOException {
    Reloader reloader = open(true);
    Snapshot good = reloader.snapshot();
    Files.move(folder, folder.resolveSibling(folder.getFileName() + "-away"));
    settle(reloader);
    assertThat(reloader.snapshot()).isSameAs(good);
    assertThat(reloader.standing().isFaulty()).isTrue();
  }

  @Test
  void theLastTwentyCanBeReadBack() {
    // given
    Reloader reloader = open(true);
    for (int i = 0; i < Editions.MOST + 5; i++) {
      write(GERMANY, germany() + "# edition " + i + "\n");
      settle(reloader);
    }

    // then
    Editions editions = reloader.standing().editions();
    assertThat(editions.list()).hasSize(Editions.MOST);
    assertThat(editions.list().getFirst().digest()).isEqualTo(reloader.snapshot().digest());
    String oldest = editions.list().getLast().digest();
    String text = editions.find(oldest).orElseThrow().texts().files().getOrDefault(GERMANY, "");
    assertThat(text).endsWith("# edition 5\n");
    assertThat(editions.list())
        .allSatisfy(
            edition ->
                assertThat(edition.texts().files().get("countries/IN.yaml"))
                    .isSameAs(editions.list().getFirst().texts().files().get("countries/IN.yaml")));
  }

  @Test
  void aChangeIsSeenLongBeforeTheNextPoll() {
    // given
    Reloader reloader = open(true);
    String before = reloader.snapshot().digest();
    ReloadLoop.Pace pace = new ReloadLoop.Pace(Duration.ofHours(1), Duration.ofMillis(20));
    try (var executor = Executors.newSingleThreadExecutor();
        ReloadLoop loop = ReloadLoop.start(reloader::look, folder, pace, executor)) {
      assertThat(loop).isNotNull();
      // when
      write(GERMANY, germany() + "# seen\n");

      // then
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !reloader.snapshot().digest().equals(before));
    }
  }

  @Test
  void aChangeIsSeenAtTheNextPollWhereNobodyTellsOfIt() {
    // given
    Reloader reloader = open(true);
    String before = reloader.snapshot().digest();
    ReloadLoop.Pace pace = new ReloadLoop.Pace(Duration.ofMillis(60), Duration.ofMillis(20));
    try (var executor = Executors.newSingleThreadExecutor();
        ReloadLoop loop =
            ReloadLoop.start(reloader::look, FolderWatch.blind(folder), pace, executor)) {
      assertThat(loop).isNotNull();
      write(GERMANY, germany() + "# seen\n");
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !reloader.snapshot().digest().equals(before));
    }
  }

  /** As the kubelet does it: a new folder beside the old one, then one link moved over another. */
  @Test
  void aMountedConfigMapIsSeenBeforeOrAfterItsSwapAndNeverInBetween() throws Exception {
    // given: two versions whose files name each other's version
    Path mounted = Files.createTempDirectory(Path.of("target/test-data"), "mounted");
    for (String version : List.of("a", "b")) {
      for (Map.Entry<String, String> file : world().entrySet()) {
        Path path = mounted.resolve("..text-" + version).resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue() + "# version " + version + "\n");
      }
    }
    swap(mounted, "a", 0);
    for (String name : List.of("countries", "blocs", "models", "hosts", "tenants")) {
      Files.createSymbolicLink(mounted.resolve(name), Path.of("..data/" + name));
    }
    Files.createSymbolicLink(mounted.resolve("gateway.yaml"), Path.of("..data/gateway.yaml"));
    YamlPolicyFolder files = new YamlPolicyFolder(new Secrets(name -> Optional.empty()));

    // when: it is swapped again and again while it is read
    AtomicBoolean done = new AtomicBoolean();
    Thread swapping =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 1; i < 300; i++) {
                    swap(mounted, i % 2 == 0 ? "a" : "b", i);
                  }
                  done.set(true);
                });
    int reads = 0;
    while (!done.get() || reads < 20) {
      FolderText texts = files.gather(mounted);
      if (!texts.unreadable().isEmpty()) {
        continue;
      }
      List<String> versions =
          texts.files().values().stream()
              .map(text -> text.substring(text.lastIndexOf("# version")))
              .distinct()
              .toList();

      // then
      assertThat(versions).hasSize(1);
      reads++;
    }
    swapping.join();
  }

  private static void swap(Path mounted, String version, int number) {
    try {
      Path next = mounted.resolve("..data_tmp");
      Path dated = Path.of("..2026_11_24_" + number);
      Files.createSymbolicLink(mounted.resolve(dated), Path.of("..text-" + version));
      Files.createSymbolicLink(next, dated);
      Files.move(
          next,
          mounted.resolve("..data"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
