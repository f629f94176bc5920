package dev.terroir.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the table of compatibility names is there. */
final class CompatibilityTableTest {

  private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]*Test)(?:#([a-zA-Z]+))?`");

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    // given
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith("Test.java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        sources.merge(name, Files.readString(file), String::concat);
      }
    }

    // when
    Matcher named = NAMED.matcher(Files.readString(Path.of("src/docs/compatibility.md")));
    List<String> missing = new ArrayList<>();
    int found = 0;
    while (named.find()) {
      found++;
      String source = sources.getOrDefault(named.group(1), "");
      boolean exists = named.group(2) == null || source.contains("void " + named.group(2) + "(");
      if (source.isEmpty() || !exists) {
        missing.add(named.group());
      }
    }

    // then
    assertThat(missing).isEmpty();
    assertThat(found).isGreaterThan(40);
  }
}
