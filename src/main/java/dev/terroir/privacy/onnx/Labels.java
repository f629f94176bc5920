package dev.terroir.privacy.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a model's outputs mean from {@code id2label} in its configuration. */
final class Labels {

  private static final Pattern TABLE = Pattern.compile("\"id2label\"\\s*:\\s*\\{([^{}]*)\\}");
  private static final Pattern ENTRY = Pattern.compile("\"([0-9]{1,4})\"\\s*:\\s*\"([^\"\\\\]*)\"");

  private Labels() {}

  static List<Label> read(Path config) {
    Matcher table = TABLE.matcher(text(config));
    if (!table.find()) {
      throw new IllegalArgumentException(
          "`" + config + "` has no `id2label`: use a model for token classification");
    }
    Map<Integer, Label> labels = new TreeMap<>();
    Matcher entry = ENTRY.matcher(table.group(1));
    while (entry.find()) {
      labels.put(Integer.parseInt(entry.group(1)), Label.of(entry.group(2)));
    }
    List<Label> list = List.copyOf(labels.values());
    for (int id = 0; id < list.size(); id++) {
      if (!labels.containsKey(id)) {
        throw new IllegalArgumentException(
            "`" + config + "`: `id2label` leaves out `" + id + "`, number its labels from 0");
      }
    }
    if (list.stream().noneMatch(label -> label.meaning() == Label.Meaning.PERSON)) {
      throw new IllegalArgumentException(
          "`"
              + config
              + "`: `id2label` has no label for people, such as `B-PER`: use a model for"
              + " named entities");
    }
    return list;
  }

  private static String text(Path config) {
    try {
      return Files.readString(config);
    } catch (IOException e) {
      throw new UncheckedIOException("`" + config + "` cannot be read as UTF-8", e);
    }
  }
}
