package dev.terroir.privacy.names;

import dev.terroir.privacy.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sentence of a list of cases, and what must be found in it. */
record Sentence(String language, String text, List<Finding> expected) {

  static List<Sentence> read(String file) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/privacy/" + file)).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", 2))
        .map(fields -> new Sentence(fields[0], fields[1].replace("\\n", "\n"), List.of()))
        .toList();
  }

  /** Takes the braces out, as findings of people, and the brackets, as findings of addresses. */
  Sentence marked() {
    StringBuilder plain = new StringBuilder();
    List<Finding> findings = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '{', '[' -> start = plain.length();
        case '}' -> findings.add(new Finding(NameFinder.PERSON, start, plain.length()));
        case ']' -> findings.add(new Finding(NameFinder.ADDRESS, start, plain.length()));
        default -> plain.append(c);
      }
    }
    return new Sentence(language, plain.toString(), findings);
  }

  static String show(String text, List<Finding> findings) {
    StringBuilder marked = new StringBuilder(text);
    for (Finding finding : findings.reversed()) {
      boolean person = finding.kind().equals(NameFinder.PERSON);
      marked.insert(finding.end(), person ? '}' : ']').insert(finding.start(), person ? '{' : '[');
    }
    return marked.toString();
  }
}
