package dev.terroir.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the regions of the clouds are, by the table in the jar. Immutable. */
public final class Regions {

  private static final String FILE = "/regions.txt";
  private static final Map<String, String> PLACES = read();

  private Regions() {}

  /** The country or bloc that {@code region} is in; nothing where it is not known. */
  public static Optional<String> place(Cloud cloud, String region) {
    return Optional.ofNullable(PLACES.get(key(cloud.word(), region)));
  }

  private static String key(String cloud, String region) {
    return cloud + " " + region;
  }

  private static Map<String, String> read() {
    try (InputStream in = Regions.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the table of regions is not in the jar");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> places = new HashMap<>();
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" ", 4))
          .forEach(row -> places.put(key(row[0], row[1]), row[2]));
      return Map.copyOf(places);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
