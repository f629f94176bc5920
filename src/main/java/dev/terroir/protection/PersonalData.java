package dev.terroir.protection;

import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.TextRewriting;
import dev.terroir.privacy.Coverage;
import dev.terroir.privacy.Finding;
import dev.terroir.privacy.names.LearntNames;
import dev.terroir.privacy.names.NameFields;
import dev.terroir.privacy.names.NameFinder;
import dev.terroir.privacy.names.NameModel;
import dev.terroir.privacy.pseudonym.Restorer;
import dev.terroir.privacy.scan.ScannedTexts;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds personal data in the texts of one request. A name that stands in one of them by a cue, or
 * in a field for names, is found in all of them. Used from one thread at a time.
 */
final class PersonalData {

  /** Nothing that is told by its pattern is shorter. */
  private static final int SHORTEST = 5;

  private final ScannedTexts patterns;
  private final NameFinder cues;
  private final NameModel model;
  private final Map<String, List<Finding>> named = new HashMap<>();
  private final Set<String> names = new LinkedHashSet<>();
  private LearntNames learnt = LearntNames.of(names);

  PersonalData(ScannedTexts patterns, NameFinder cues, NameModel model) {
    this.patterns = patterns;
    this.cues = cues;
    this.model = model;
  }

  /** Learns the names in {@code request}. */
  void learn(ChatRequest request) {
    request.rewritten(new Learning());
    learnt = LearntNames.of(names);
  }

  boolean knowsNames() {
    return !names.isEmpty();
  }

  /** What stands in {@code text}, in its order, without overlaps. */
  List<Finding> in(String text) {
    if (text.length() < SHORTEST && names.isEmpty()) {
      return List.of();
    }
    return merged(text, patterns.of(text).findings(), namesIn(text));
  }

  /** What stands in a value of structured data; in a field for names all of it is one. */
  List<Finding> inField(TextRewriting.Field field, String value) {
    List<Finding> found = in(value);
    return kindOf(field, value)
        .map(kind -> merged(value, found, List.of(new Finding(kind, 0, value.length()))))
        .orElse(found);
  }

  private static Optional<String> kindOf(TextRewriting.Field field, String value) {
    return field.key().isEmpty() || value.isBlank()
        ? Optional.empty()
        : NameFields.kindOf(
            new NameFields.Field(field.key(), value, field.parent(), field.siblings()));
  }

  private List<Finding> merged(String text, List<Finding> patterns, List<Finding> names) {
    List<Finding> lookalikes = Restorer.lookalikes(text);
    List<Finding> known = this.names.isEmpty() ? List.of() : learnt.find(text);
    if (lookalikes.isEmpty() && names.isEmpty() && known.isEmpty()) {
      return patterns;
    }
    Coverage coverage = new Coverage(text);
    for (List<Finding> findings : List.of(lookalikes, patterns, names, known)) {
      findings.forEach(it -> coverage.add(it.kind(), it.start(), it.end()));
    }
    return coverage.findings();
  }

  private List<Finding> namesIn(String text) {
    return named.computeIfAbsent(text, this::findNames);
  }

  private List<Finding> findNames(String text) {
    List<Finding> byCue = cues.find(text);
    List<Finding> byModel = model.find(text);
    if (byModel.isEmpty()) {
      return byCue;
    }
    Coverage coverage = new Coverage(text);
    byCue.forEach(it -> coverage.add(it.kind(), it.start(), it.end()));
    byModel.forEach(it -> coverage.add(it.kind(), it.start(), it.end()));
    return coverage.findings();
  }

  /** Reads and changes nothing. */
  private final class Learning implements TextRewriting {

    @Override
    public String text(String text) {
      for (Finding finding : namesIn(text)) {
        if (finding.kind().equals(NameFinder.PERSON)) {
          names.add(text.substring(finding.start(), finding.end()));
        }
      }
      return text;
    }

    @Override
    public String value(Field field, String value) {
      kindOf(field, value)
          .filter(NameFinder.PERSON::equals)
          .ifPresentOrElse(person -> names.add(value), () -> text(value));
      return value;
    }

    @Override
    public String participant(String name) {
      names.add(name);
      return name;
    }
  }
}
