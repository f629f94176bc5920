package dev.terroir.workshop.survey;

import dev.terroir.fixtures.Libraries;
import dev.terroir.fixtures.SmallWorld;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The small world, with files changed. */
final class Worlds {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private Worlds() {}

  static Contents contents(Map<String, String> changed) {
    Map<String, String> files = new HashMap<>(SmallWorld.files(site -> "http://127.0.0.1:1/v1"));
    files.putAll(changed);
    return Libraries.of(files);
  }

  static Library library() {
    return contents(Map.of()).library();
  }

  /** The small world with one file in which {@code right} became {@code wrong}. */
  static Library library(String file, String before, String after) {
    return contents(Map.of(file, text(file).replace(before, after))).library();
  }

  static String text(String file) {
    return SmallWorld.files(site -> "http://127.0.0.1:1/v1").getOrDefault(file, "");
  }

  static Scope scope(Library library, DataClass... data) {
    Scope.Words words = new Scope.Words(Scope.ANY, List.of(), List.of(), false, false, TODAY);
    return switch (words.read(library, List.of(data))) {
      case Scope.Reading.Read(var scope) -> scope;
      case Scope.Reading.Faulty(var field, var message) -> throw new AssertionError(message);
    };
  }

  static Cut cut(String text, Library library) {
    return switch (Cut.read(text, library)) {
      case Cut.Reading.Read(var cut) -> cut;
      case Cut.Reading.Faulty(var message) -> throw new AssertionError(message);
    };
  }
}
