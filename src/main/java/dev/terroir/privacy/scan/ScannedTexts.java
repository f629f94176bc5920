package dev.terroir.privacy.scan;

import dev.terroir.privacy.EscapedText;
import dev.terroir.privacy.Finding;
import dev.terroir.privacy.scan.Scanner.Result;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands in the texts of one request, each scanned once. Used from one thread at a time. */
public final class ScannedTexts {

  private static final String COLON = ": ";

  private final Scanner scanner;
  private final List<String> regions;
  private final Map<String, Result> results = new HashMap<>();

  /**
   * @param regions ISO 3166-1 codes of the countries whose local telephone numbers count
   */
  public ScannedTexts(Scanner scanner, List<String> regions) {
    this.scanner = scanner;
    this.regions = List.copyOf(regions);
  }

  public Result of(String text) {
    return results.computeIfAbsent(text, this::scan);
  }

  private Result scan(String text) {
    if (!EscapedText.isOne(text)) {
      return scanner.scan(text, regions);
    }
    Set<String> kinds = new HashSet<>();
    List<Finding> findings =
        EscapedText.find(
            text,
            it -> {
              Result result = scanner.scan(it, regions);
              kinds.addAll(result.kinds());
              return result.findings();
            });
    return new Result(kinds, findings);
  }

  /**
   * What stands in {@code text}, which is a value of structured data, as if it stood behind a
   * heading: what is weak alone counts behind a word of its context.
   *
   * @param heading what the place of the value is called; empty where it says nothing
   */
  public Result of(String heading, String text) {
    if (heading.isEmpty()) {
      return of(text);
    }
    int before = heading.length() + COLON.length();
    Result whole = of(heading + COLON + text);
    List<Finding> findings =
        whole.findings().stream()
            .filter(it -> it.end() > before)
            .map(it -> new Finding(it.kind(), Math.max(0, it.start() - before), it.end() - before))
            .toList();
    return new Result(findings.isEmpty() ? Set.of() : whole.kinds(), findings);
  }
}
