package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.NationalIdentifier.Confidence;
import dev.terroir.privacy.identifier.NationalIdentifier.Evidence;
import dev.terroir.privacy.identifier.NationalIdentifier.Kind;
import dev.terroir.privacy.identifier.NationalIdentifier.Subject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All identifiers that are known, read once from the jar. Thread-safe. */
public final class NationalIdentifiers {

  private static final String RESOURCE = "/privacy/national-identifiers.tsv";
  private static final List<NationalIdentifier> ALL = read();
  private static final Map<String, NationalIdentifier> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(NationalIdentifier::id, it -> it));

  private NationalIdentifiers() {}

  /** In the order of the resource: by region, then by country. */
  public static List<NationalIdentifier> all() {
    return ALL;
  }

  /**
   * @param id as in {@code IN.aadhaar}
   */
  public static Optional<NationalIdentifier> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** The ids of all of them. */
  public static Set<String> ids() {
    return BY_ID.keySet();
  }

  private static List<NationalIdentifier> read() {
    try (InputStream in = NationalIdentifiers.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the jar");
      }
      List<String[]> rows =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t", -1))
              .toList();
      String[] header = rows.getFirst();
      return rows.stream().skip(1).map(row -> identifier(cells(header, row))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Function<String, String> cells(String[] header, String[] row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < header.length; i++) {
      cells.put(header[i], row[i]);
    }
    return column ->
        Optional.ofNullable(cells.get(column))
            .orElseThrow(() -> new IllegalStateException("no column `" + column + "`"));
  }

  private static NationalIdentifier identifier(Function<String, String> cells) {
    return new NationalIdentifier(
        cells.apply("id"),
        cells.apply("country"),
        Kind.valueOf(constant(cells.apply("kind"))),
        Subject.valueOf(constant(cells.apply("subject"))),
        cells.apply("name"),
        cells.apply("form"),
        Checks.named(cells.apply("check-name")),
        Evidence.valueOf(constant(cells.apply("check"))),
        Checks.named(cells.apply("structure-name")),
        cells.apply("needs-context").equals("yes"),
        List.of(cells.apply("context").toLowerCase(Locale.ROOT).split("\\|", -1)),
        Confidence.valueOf(constant(cells.apply("confidence"))));
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
