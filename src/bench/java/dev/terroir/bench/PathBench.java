package dev.terroir.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends the same 300-byte chat through the packaged gateway, and through nginx as a bare proxy, to
 * the same fake deployment; prints the CPU time that each spends on a request and the latency, and
 * the ratio of the two. The ratio of one run is what counts: absolute times are this machine's.
 */
public final class PathBench {

  private static final String KEY = "tk_bench_for-the-benchmark-only";
  private static final int REQUEST_BYTES = 300;
  private static final int CONNECTIONS = Integer.getInteger("bench.connections", 32);
  private static final int WARM_UP = Integer.getInteger("bench.warmup", 30_000);
  private static final int MEASURED = Integer.getInteger("bench.requests", 20_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

  private PathBench() {}

  public static void main(String[] args) throws Exception {
    Vertx vertx = Vertx.vertx();
    try (BenchUpstream upstream = BenchUpstream.start(vertx);
        Proxy terroir = GatewayProcess.start(Path.of("target/terroir.jar"), upstream, KEY)) {
      Optional<Proxy> nginx = NginxProcess.start(upstream);
      System.out.printf(
          "%d-byte chat, %d connections, %d warm-up and %d measured requests, best of %d"
              + " rounds%n%n",
          body(false).length(), CONNECTIONS, WARM_UP, MEASURED, ROUNDS);
      compare("plain", false, terroir, nginx);
      compare("streamed, " + BenchUpstream.CHUNKS + " events", true, terroir, nginx);
      protection(terroir);
      nginx.ifPresent(Proxy::close);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static void compare(String what, boolean stream, Proxy terroir, Optional<Proxy> nginx)
      throws Exception {
    String body = body(stream);
    System.out.printf("%-22s %12s %10s %10s%n", what, "CPU us/req", "p50 us", "p99 us");
    Optional<Figures> bare = Optional.empty();
    if (nginx.isPresent()) {
      bare = Optional.of(measure(nginx.get(), body));
      print("  nginx, bare proxy", bare.get());
    } else {
      System.out.println("  nginx is not installed: no ratio");
    }
    Figures ours = measure(terroir, body);
    print("  terroir, full path", ours);
    bare.ifPresent(
        figures ->
            System.out.printf(
                Locale.ROOT,
                "  ratio of CPU: %.1f (aim: at most 6)%n",
                ours.cpuMicros() / figures.cpuMicros()));
    System.out.println();
  }

  /**
   * The same request with two identifiers in it, to a deployment that reads them and to one that
   * does not.
   */
  private static void protection(Proxy terroir) throws Exception {
    System.out.printf(
        "%-22s %12s %10s %10s%n", "with personal data", "CPU us/req", "p50 us", "p99 us");
    for (boolean stream : new boolean[] {false, true}) {
      String clear = body(stream, "bench/model", PERSONAL);
      Figures inside = measure(terroir, clear);
      Figures outside = measure(terroir, clear.replace("bench/model", "outside/model"));
      print(stream ? "  clear, streamed" : "  clear", inside);
      print(stream ? "  protected, streamed" : "  protected", outside);
      System.out.printf(
          Locale.ROOT, "  ratio of CPU: %.2f%n", outside.cpuMicros() / inside.cpuMicros());
    }
  }

  private static void print(String name, Figures figures) {
    System.out.printf(
        Locale.ROOT,
        "%-22s %12.1f %10d %10d%n",
        name,
        figures.cpuMicros(),
        figures.p50Micros(),
        figures.p99Micros());
  }

  /** The round with the least CPU: what disturbs a measurement only adds. */
  private static Figures measure(Proxy proxy, String body) throws Exception {
    Load load = new Load(proxy.port(), KEY, body, CONNECTIONS);
    load.run(WARM_UP);
    List<Figures> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      double before = proxy.cpuMicros();
      Load.Latency latency = load.run(MEASURED);
      double cpu = (proxy.cpuMicros() - before) / MEASURED;
      rounds.add(new Figures(cpu, latency.p50Micros(), latency.p99Micros()));
    }
    return rounds.stream()
        .min((a, b) -> Double.compare(a.cpuMicros(), b.cpuMicros()))
        .orElseThrow();
  }

  private record Figures(double cpuMicros, long p50Micros, long p99Micros) {}

  private static final String PERSONAL =
      "My name is Anna Schmidt, mail anna.schmidt@example.org, tax id 86095742719. ";

  private static String body(boolean stream) {
    return body(stream, "bench/model", "");
  }

  private static String body(boolean stream, String model, String begin) {
    JsonObject body =
        new JsonObject()
            .put("model", model)
            .put("stream", stream)
            .put("temperature", 0.2)
            .put(
                "messages",
                new JsonArray()
                    .add(new JsonObject().put("role", "system").put("content", "Be brief."))
                    .add(new JsonObject().put("role", "user").put("content", "")));
    int room = REQUEST_BYTES - body.encode().length();
    body.getJsonArray("messages")
        .getJsonObject(1)
        .put(
            "content",
            (begin + "How much water does wheat need in spring? ".repeat(10)).substring(0, room));
    return body.encode();
  }
}
