package dev.terroir.bench;

import dev.terroir.identity.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The packaged gateway, as it runs in production, with policies of its own for the benchmark. */
final class GatewayProcess implements Proxy {

  private final Process process;
  private final int port;

  private GatewayProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static GatewayProcess start(Path jar, BenchUpstream upstream, String key)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("terroir-bench");
    write(folder.resolve("config"), upstream, key);
    int port = Ports.free();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.toAbsolutePath().toString());
    builder
        .environment()
        .putAll(
            Map.of(
                "TERROIR_CONFIG", folder.resolve("config").toString(),
                "TERROIR_AUDIT_DIRECTORY", folder.resolve("audit").toString(),
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(Ports.free()),
                "QUARKUS_SHUTDOWN_DELAY", "0S"));
    Process process =
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    Ports.await(port, process);
    return new GatewayProcess(process, port);
  }

  private static void write(Path config, BenchUpstream upstream, String key) throws IOException {
    file(config, "gateway.yaml", "cell: {id: bench, binds: []}\naliases: []\n");
    file(config, "countries/DE.yaml", Files.readString(Path.of("config/countries/DE.yaml")));
    for (String bloc : new String[] {"EU", "EEA", "EU_ADEQUATE"}) {
      String name = "blocs/" + bloc + ".yaml";
      file(config, name, Files.readString(Path.of("config").resolve(name)));
    }
    file(config, "hosts/deepseek-api.yaml", host("deepseek-api", "CN", 1, "elsewhere"));
    file(config, "hosts/bench.yaml", host("bench", "DE", upstream.port(), "bench"));
    file(config, "hosts/outside.yaml", outside(upstream.port()));
    file(config, "models/bench.yaml", models());
    file(config, "tenants/bench.yaml", tenant(key));
  }

  private static void file(Path config, String name, String text) throws IOException {
    Path path = config.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static String host(String id, String country, int port, String site) {
    return """
    host: %s
    name: Bench
    operator: {name: Bench, controlled-from: [%s], established-in: [%s]}
    hosting: self
    dialect: openai
    certified: []
    agreements: []
    retention: PT0S
    trains-on-prompts: false
    source: benchmark
    verified: seen
    confidence: high
    deployments:
      - id: %s/model
        model: model
        served-as: m
        located-in: [%s]
        stored-in: [%s]
        endpoint: http://127.0.0.1:%d/v1
    """
        .formatted(id, country, country, site, country, country, port);
  }

  /** Its logs are kept outside the EEA: personal data is replaced before it gets there. */
  private static String outside(int port) {
    return host("outside", "DE", port, "outside").replace("stored-in: [DE]", "stored-in: [GB]");
  }

  private static String models() {
    return """
    maker: bench
    name: Bench
    controlled-from: [DE]
    models:
      - id: model
        name: Model
        made-in: [DE]
        weights: open
        tier: small
        licence: {name: Apache-2.0, commercial: yes}
        languages: [en]
        capabilities: [chat]
        source: benchmark
        verified: seen
        confidence: high
    """;
  }

  private static String tenant(String key) {
    return """
    tenant: bench
    name: Bench
    country: DE
    kind: company
    controlled-from: [DE]
    keys:
      - {id: bench, sha256: %s}
    """
        .formatted(Keys.digest(key));
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
