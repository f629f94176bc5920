package dev.terroir.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Deployment;
import dev.terroir.fixtures.FakeUpstream;
import dev.terroir.fixtures.Script;
import dev.terroir.fixtures.TestGateway;
import dev.terroir.identity.Keys;
import dev.terroir.identity.StoredKey;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.policy.Dice;
import dev.terroir.policy.NaiveEvaluator;
import dev.terroir.policy.RandomWorld;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.facts.Insight;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.vocabulary.Claim;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No byte of a request ever reaches a deployment that the rules forbid: random policies,
 * catalogues, requests and failing deployments, through real HTTP, judged by the naive evaluator.
 * Every request carries a canary; every deployment keeps all that it is sent. {@code
 * -Dterroir.worlds} sets how many worlds there are.
 */
final class ContainmentTest {

  private static final int WORLDS = Integer.getInteger("terroir.worlds", 60);
  private static final int REQUESTS = 25;
  private static final String KEY = "tk_random_for-tests-only";

  private static Vertx vertx;
  private static FakeUpstream upstream;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    upstream = FakeUpstream.start(vertx);
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterAll
  static void stop() {
    upstream.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void noByteReachesAForbiddenDeployment() throws Exception {
    int delivered = 0;
    int refused = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      Dice dice = new Dice(seed);
      Library library = new RandomWorld(dice, upstream::endpoint).library();
      Tenant tenant = library.tenants().values().iterator().next();
      StoredKey key = new StoredKey("k", tenant.id(), Keys.digest(KEY), Optional.empty(), false);
      try (TestGateway gateway = TestGateway.start(vertx, library, List.of(key))) {
        for (int i = 0; i < REQUESTS; i++) {
          Asked asked = Asked.of(dice, tenant, library, "canary-" + seed + "-" + i);
          scriptDeployments(dice);
          refused += send(gateway, asked).statusCode() == 451 ? 1 : 0;
          delivered += check(asked, library, seed);
        }
      }
    }
    assertThat(delivered).as("requests arrive somewhere, or this shows nothing").isPositive();
    assertThat(refused).as("requests are refused, or this shows nothing").isPositive();
    assertThat(delivered).isGreaterThan(WORLDS);
  }

  /** A request and the facts that it makes. */
  private record Asked(String canary, JsonObject body, Map<String, String> headers, Facts facts) {

    static Asked of(Dice dice, Tenant tenant, Library library, String canary) {
      Claims stated = dice.claims();
      JsonObject message =
          new JsonObject().put("role", "user").put("content", canary + " route me to US");
      JsonObject body =
          new JsonObject()
              .put("model", model(dice, library))
              .put("stream", dice.chance(0.5))
              .put("messages", new JsonArray().add(message));
      boolean trusted = tenant.testimony().trusts(Claim.COUNTRY);
      Facts facts =
          Facts.of(
              new JurisdictionResolver(List.of())
                  .resolve(tenant.country(), stated.countries(), trusted),
              tenant,
              tenant.testimony().hearing(stated),
              Set.of(Capability.CHAT),
              Insight.NOTHING);
      return new Asked(canary, body, ClaimHeaders.of(stated), facts);
    }

    private static String model(Dice dice, Library library) {
      List<Deployment> deployments = library.catalog().deployments();
      return switch (dice.upTo(3)) {
        case 0 -> dice.pick(deployments).id().value();
        case 1 -> dice.pick(deployments).model().id().value();
        default -> "auto";
      };
    }
  }

  /** Some deployments answer, most of them fail, each in its own way. */
  private static void scriptDeployments(Dice dice) {
    for (int i = 0; i < 6; i++) {
      upstream.script(
          "d" + i,
          switch (dice.upTo(9)) {
            case 0 -> Script.failing(500, "down");
            case 1 -> Script.failing(429, "busy");
            case 2 -> Script.failing(401, "who are you");
            case 3 -> Script.begin().reset();
            case 4 -> Script.stream().chunk("a").reset();
            case 5 -> Script.begin().status(302).header("location", "http://127.0.0.1:1/").end();
            case 6 -> Script.begin().header("content-type", "text/html").write("<html>").end();
            default -> Script.answering("fine");
          });
    }
  }

  private static HttpResponse<String> send(TestGateway gateway, Asked asked) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway.url() + "/v1/chat/completions"))
            .timeout(Duration.ofSeconds(20))
            .header("authorization", "Bearer " + KEY)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(asked.body().encode()));
    asked.headers().forEach(request::header);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Whoever was sent this canary was permitted to have it. */
  private static int check(Asked asked, Library library, long seed) {
    NaiveEvaluator naive = new NaiveEvaluator(library, LocalDate.now(ZoneOffset.UTC));
    Map<String, Deployment> bySite = new HashMap<>();
    for (Deployment deployment : library.catalog().deployments()) {
      String id = deployment.id().value();
      bySite.put(id.substring(0, id.indexOf('/')), deployment);
    }
    List<FakeUpstream.Received> received = upstream.received();
    upstream.forget();
    for (FakeUpstream.Received it : received) {
      assertThat(it.body().toString()).as("seed %d", seed).contains(asked.canary());
      Deployment deployment = Optional.ofNullable(bySite.get(it.deployment())).orElseThrow();
      assertThat(naive.permits(asked.facts(), deployment))
          .as("seed %d: %s went to %s", seed, asked.canary(), deployment.id())
          .isTrue();
    }
    assertThat(received.size()).as("at most three attempts").isLessThanOrEqualTo(3);
    return received.size();
  }
}
