package dev.terroir.config;

import dev.terroir.cli.Terroir;
import dev.terroir.config.files.Secrets;
import dev.terroir.config.files.YamlPolicyFolder;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** With arguments the command line, without them the server. */
@QuarkusMain
public final class Main {

  Main() {}

  public static void main(String... args) {
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    if (args.length == 0) {
      Quarkus.run(args);
      return;
    }
    Secrets secrets = new Secrets(name -> Optional.ofNullable(System.getenv(name)));
    Path folder = Path.of(Optional.ofNullable(System.getenv("TERROIR_CONFIG")).orElse("config"));
    System.exit(Terroir.run(new YamlPolicyFolder(secrets), folder, Clock.systemUTC(), args));
  }
}
