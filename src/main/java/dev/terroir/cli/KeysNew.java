package dev.terroir.cli;

import dev.terroir.identity.Keys;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code terroir keys new}: a key for a tenant, shown once, and the line for the tenant's file. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Makes a key. It is shown once: the tenant's file holds only its digest.")
final class KeysNew implements Callable<Integer> {

  private static final int RANDOM_BYTES = 32;

  @Parameters(paramLabel = "ID", description = "Names the key in logs, as in `billing-2026`.")
  private String id = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    String key = "tk_" + id + "_" + HexFormat.of().formatHex(random);
    spec.commandLine()
        .getOut()
        .printf(
            "key, for the application:%n  %s%nline, for the tenant's file under `keys`:%n"
                + "  - {id: %s, sha256: %s}%n",
            key, id, Keys.digest(key));
    return Terroir.FINE;
  }
}
