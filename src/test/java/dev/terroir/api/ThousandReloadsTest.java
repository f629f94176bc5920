package dev.terroir.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.fixtures.Await;
import dev.terroir.fixtures.Bench;
import dev.terroir.fixtures.Libraries;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/**
 * The policies change a thousand times while requests are answered. Two editions permit one
 * deployment each, and not the same: an answer under one edition by the deployment of the other
 * would be a decision from a mixture.
 */
final class ThousandReloadsTest {

  private static final int RELOADS = 1_000;
  private static final int CALLERS = 6;

  private final Map<String, LongAdder> answersUnder = new ConcurrentHashMap<>();

  private long heard(String policy) {
    return answersUnder.computeIfAbsent(policy, it -> new LongAdder()).sum();
  }

  private record Answer(int status, String policy, String deployment, String body) {}

  @Test
  void noRequestFailsAndNoneIsDecidedByAMixture() throws Exception {
    try (Bench bench = Bench.open();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      // given
      bench.upstream().script(Script.stream().chunk("a").chunk("b").stop().done());
      Contents one = only(bench, "one");
      Contents two = only(bench, "two");
      Map<String, String> permitted =
          Map.of(one.digest(), "one/model-one", two.digest(), "two/model-two");
      bench.gateway().reload(one);
      AtomicBoolean over = new AtomicBoolean();
      CountDownLatch answered = new CountDownLatch(CALLERS);
      List<Future<List<Answer>>> answers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        answers.add(callers.submit(() -> call(bench, over, answered)));
      }
      answered.await();

      // when: each edition is read anew, as a reload does, and stays until it has answered
      for (int i = 1; i <= RELOADS; i++) {
        Contents next = only(bench, i % 2 == 0 ? "one" : "two");
        long before = heard(next.digest());
        bench.gateway().reload(next);
        assertThat(Await.until(Duration.ofSeconds(5), () -> heard(next.digest()) > before))
            .isTrue();
      }
      over.set(true);

      // then
      Map<String, Integer> byPolicy = new HashMap<>();
      for (Future<List<Answer>> future : answers) {
        for (Answer answer : future.get()) {
          assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
          assertThat(answer.body()).endsWith("data: [DONE]\n\n");
          assertThat(answer.deployment()).isEqualTo(permitted.get(answer.policy()));
          byPolicy.merge(answer.policy(), 1, Integer::sum);
        }
      }
      assertThat(byPolicy)
          .hasSize(2)
          .allSatisfy((policy, count) -> assertThat(count).isGreaterThan(10));
    }
  }

  /** The small world in which only {@code site} may serve Germany. */
  private static Contents only(Bench bench, String site) {
    Map<String, String> files = new HashMap<>(bench.files());
    String rule = "rules:\n  - {id: only, law: secrets, require: {model: model-" + site + "}}\n";
    files.computeIfPresent("countries/DE.yaml", (name, text) -> text.replace("rules:\n", rule));
    return Libraries.of(files);
  }

  private List<Answer> call(Bench bench, AtomicBoolean over, CountDownLatch answered)
      throws Exception {
    List<Answer> answers = new ArrayList<>();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(bench.gateway().url() + "/v1/chat/completions"))
            .header("Authorization", "Bearer " + SmallWorld.KEY)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Bench.streamed()))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      while (!over.get()) {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        answers.add(
            new Answer(
                response.statusCode(),
                response.headers().firstValue("Terroir-Policy").orElse(""),
                response.headers().firstValue("Terroir-Deployment").orElse(""),
                response.body()));
        answersUnder.computeIfAbsent(answers.getLast().policy(), it -> new LongAdder()).increment();
        answered.countDown();
      }
    }
    return answers;
  }
}
