package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.Compact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the tables of identifiers and of their vectors, for tests. */
public final class IdentifierRows {

  private static final Path IDENTIFIERS =
      Path.of("src/main/resources/privacy/national-identifiers.tsv");
  private static final Path VECTORS =
      Path.of("src/test/resources/privacy/national-identifier-vectors.tsv");

  private IdentifierRows() {}

  record Row(Map<String, String> cells) {

    String get(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }
  }

  /** Of characters as they are, whatever they are. */
  static Compact raw(String text) {
    byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
    return new Compact(characters, characters.length);
  }

  public record Vector(NationalIdentifier identifier, boolean valid, String number) {

    String compact() {
      return Compact.of(number).toString();
    }

    @Override
    public String toString() {
      return identifier.id() + " " + number;
    }
  }

  public static Stream<Vector> vectors(Predicate<Vector> wanted) {
    return rows(VECTORS)
        .map(
            row ->
                new Vector(
                    NationalIdentifiers.find(row.get("id")).orElseThrow(),
                    row.get("expected").equals("valid"),
                    row.get("number")))
        .filter(wanted);
  }

  /** Of one identifier, as they are written. */
  static List<String> validNumbers(String id) {
    return vectors(vector -> vector.valid() && vector.identifier().id().equals(id))
        .map(Vector::number)
        .toList();
  }

  /** The rows of the resource by their columns. */
  static Stream<Row> identifiers() {
    return rows(IDENTIFIERS);
  }

  private static Stream<Row> rows(Path file) {
    List<String[]> lines = lines(file);
    String[] header = lines.getFirst();
    return lines.stream()
        .skip(1)
        .map(
            row ->
                new Row(
                    IntStream.range(0, header.length)
                        .boxed()
                        .collect(Collectors.toMap(i -> header[i], i -> row[i]))));
  }

  private static List<String[]> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
