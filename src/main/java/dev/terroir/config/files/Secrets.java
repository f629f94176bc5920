package dev.terroir.config.files;

import dev.terroir.catalog.Catalog;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what credentials refer to: settings, environment variables, files. */
public final class Secrets {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*|file:/[^}]+)}");
  private static final String FILE = "file:";

  private final Function<String, Optional<String>> settings;

  /**
   * @param settings the value of a setting or environment variable
   */
  public Secrets(Function<String, Optional<String>> settings) {
    this.settings = settings;
  }

  /** What {@code text} refers to: {@code MISTRAL_API_KEY} in <code>${MISTRAL_API_KEY}</code>. */
  static Optional<String> reference(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * What the credentials in {@code catalog} would be if they were read now, by their references,
   * where that is not what they are: a secret was put into place, replaced or taken away.
   */
  public Map<String, Optional<Secret>> changed(Catalog catalog) {
    Map<String, Optional<Secret>> changed = new HashMap<>();
    catalog.deployments().stream()
        .map(Deployment::credential)
        .filter(credential -> credential.reference().isPresent())
        .distinct()
        .forEach(
            credential -> {
              String reference = credential.reference().get();
              Optional<Secret> now = find(reference);
              if (!now.equals(credential.secret())) {
                changed.put(reference, now);
              }
            });
    return changed;
  }

  Optional<Secret> find(String reference) {
    Optional<String> value =
        reference.startsWith(FILE)
            ? read(Path.of(reference.substring(FILE.length())))
            : settings.apply(reference);
    return value.map(String::strip).filter(text -> !text.isEmpty()).map(Secret::new);
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
