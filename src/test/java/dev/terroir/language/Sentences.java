package dev.terroir.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Texts whose language is known, written for these tests. */
final class Sentences {

  private static final Path FOLDER = Path.of("src/test/resources/language");

  private Sentences() {}

  /** A text and the tag of its language. */
  record Sentence(String tag, String text) {

    /** The beginning, cut between words where the script has spaces. */
    String first(int characters) {
      if (text.length() <= characters) {
        return text;
      }
      int border = text.lastIndexOf(' ', characters);
      return text.substring(0, border > characters / 2 ? border : characters);
    }
  }

  /** In 64 languages, of more than 100 characters in all scripts that need so many. */
  static List<Sentence> all() {
    return read("sentences.tsv");
  }

  /** With code, addresses and English words in them. */
  static List<Sentence> mixed() {
    return read("mixed.tsv");
  }

  /** Hindi in Latin letters. */
  static List<String> hinglish() {
    return lines("hinglish.txt");
  }

  private static List<Sentence> read(String file) {
    return lines(file).stream()
        .map(line -> line.split("\t", 2))
        .map(parts -> new Sentence(parts[0], parts[1].replace("\\n", "\n")))
        .toList();
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
