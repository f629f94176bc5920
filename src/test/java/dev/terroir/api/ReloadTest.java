package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.RawConnection;
import dev.terroir.fixtures.Script;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The law changes while a request is on its way: what is forbidden by then is sent nothing. */
final class ReloadTest {

  @Test
  void sendsNothingToACandidateThatAReloadHasForbiddenMeanwhile() throws Exception {
    // given: the request waits for the first candidate while the law changes
    CountDownLatch arrived = new CountDownLatch(1);
    Script late = Script.begin().does(arrived::countDown).pause(Duration.ofMillis(150));

    try (Bench bench = Bench.open()) {
      bench.upstream().script("one", late.status(500).end());

      // when
      try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        bench.reload(ReloadTest::nowhereButFrance);
        int status = caller.head().status();

        // then
        assertThat(status).isEqualTo(451);
        assertThat(caller.body()).contains("no_lawful_deployment", "DE/health-stays");
        assertThat(bench.upstream().receivedBy("two")).isEmpty();
        assertThat(bench.upstream().receivedBy("abroad")).isEmpty();
      }
    }
  }

  @Test
  void sendsNothingToACandidateThatIsForbiddenWhileItWaitsForAConnection() throws Exception {
    // given: every connection there may be is taken
    CountDownLatch arrived = new CountDownLatch(1);
    Script late = Script.stream().does(arrived::countDown).pause(Duration.ofMillis(150));

    try (Bench bench = Bench.openWithConnections(1)) {
      bench.upstream().script("one", late.chunk("a").stop().done());

      // when
      try (RawConnection before = bench.connect().ask(Bench.streamed())) {
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        try (RawConnection caller = bench.connect().ask(Bench.streamed())) {
          assertThat(bench.awaitInFlight(2)).isTrue();
          bench.reload(ReloadTest::nowhereButFrance);

          // then
          assertThat(before.head().status()).isEqualTo(200);
          assertThat(caller.head().status()).isEqualTo(451);
          assertThat(bench.upstream().received()).hasSize(1);
        }
      }
    }
  }

  private static Map<String, String> nowhereButFrance(Map<String, String> files) {
    files.replaceAll(
        (name, text) ->
            text.replace(
                "when: {data: health}\n    require: {located-in: DE}",
                "require: {located-in: FR}"));
    return files;
  }
}
