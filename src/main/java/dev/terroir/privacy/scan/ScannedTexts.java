package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.Scanner.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands in the texts of one request, each scanned once. Used from one thread at a time. */
public final class ScannedTexts {

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
    return results.computeIfAbsent(text, it -> scanner.scan(it, regions));
  }
}
