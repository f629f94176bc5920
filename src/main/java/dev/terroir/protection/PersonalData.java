package dev.terroir.protection;

import dev.terroir.chat.ChatRequest;
import dev.terroir.chat.TextRewriting;
import dev.terroir.chat.TextRewriting.Field;
import dev.terroir.privacy.Coverage;
import dev.terroir.privacy.EscapedText;
import dev.terroir.privacy.Finding;
import dev.terroir.privacy.names.LearntNames;
import dev.terroir.privacy.names.NameFields;
import dev.terroir.privacy.names.NameFinder;
import dev.terroir.privacy.names.NameModel;
import dev.terroir.privacy.pseudonym.Restorer;
import dev.terroir.privacy.scan.ScannedTexts;
import dev.terroir.privacy.scan.Scanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
  private final Map<List<String>, String> headings = new HashMap<>();

  /** By the very set: each object has its own. */
  private final IdentityHashMap<Set<String>, NameFields.Siblings> siblings =
      new IdentityHashMap<>();

  private final Set<String> names = new LinkedHashSet<>();

  /** Of values in documents what they are by what stands near them there. */
  private final Map<String, String> told = new HashMap<>();

  private boolean hasAddress;
  private LearntNames learnt = LearntNames.of(names);

  PersonalData(ScannedTexts patterns, NameFinder cues, NameModel model) {
    this.patterns = patterns;
    this.cues = cues;
    this.model = model;
  }

  /** Of what kinds that is which stands in {@code request} and is told by its pattern. */
  Set<String> kinds(ChatRequest request) {
    Kinds kinds = new Kinds();
    request.rewritten(kinds);
    return Set.copyOf(kinds.found);
  }

  /** Learns the names in {@code request}. */
  void learn(ChatRequest request) {
    request.rewritten(new Learning());
    learnt = LearntNames.of(names);
  }

  /** Whether a name or an address has been met. */
  boolean knowsSomebody() {
    return hasAddress || !names.isEmpty();
  }

  /** The names that have been learnt, and their parts, as they became known. */
  Set<String> names() {
    return learnt.inOrder();
  }

  /** What stands in a text, in its order, without overlaps. */
  private List<Finding> in(Field field, String text) {
    if (text.length() < SHORTEST && names.isEmpty()) {
      return List.of();
    }
    return merged(text, known(text, byPattern(field, text).findings()), namesIn(text));
  }

  /** Or what its document has said of it elsewhere. */
  private List<Finding> known(String text, List<Finding> found) {
    return found.isEmpty() && told.containsKey(text)
        ? List.of(new Finding(told.getOrDefault(text, ""), 0, text.length()))
        : found;
  }

  /** What stands in a value of structured data; in a field for names all of it is one. */
  List<Finding> inField(Field field, String value) {
    List<Finding> found = in(field, value);
    return kindOf(field, value)
        .map(kind -> merged(value, found, List.of(new Finding(kind, 0, value.length()))))
        .orElse(found);
  }

  /** What is told by its pattern alone, in {@code token}. */
  List<Finding> inToken(String token) {
    return byPattern(Field.NONE, token).findings();
  }

  private Scanner.Result byPattern(Field field, String text) {
    return text.length() < SHORTEST ? Scanner.Result.NOTHING : patterns.of(heading(field), text);
  }

  private String heading(Field field) {
    return field.key().isEmpty() && field.label().isEmpty()
        ? ""
        : headings.computeIfAbsent(
            List.of(field.parent(), field.key(), field.label()), names -> Heading.of(field));
  }

  private Optional<String> kindOf(Field field, String value) {
    return field.key().isEmpty() || value.isBlank()
        ? Optional.empty()
        : NameFields.kindOf(
            new NameFields.Field(field.key(), value, field.parent(), siblings(field)));
  }

  private NameFields.Siblings siblings(Field field) {
    return siblings.computeIfAbsent(field.siblings(), NameFields.Siblings::new);
  }

  private List<Finding> merged(String text, List<Finding> patterns, List<Finding> names) {
    List<Finding> known = this.names.isEmpty() ? List.of() : learnt.find(text);
    return names.isEmpty() && known.isEmpty()
        ? patterns
        : covering(text, List.of(patterns, names, known));
  }

  /** With what looks like a placeholder in {@code text} first, so that all of it is replaced. */
  List<Finding> withLookalikes(String text, List<Finding> found) {
    List<Finding> lookalikes = Restorer.lookalikes(text);
    return lookalikes.isEmpty() ? found : covering(text, List.of(lookalikes, found));
  }

  private static List<Finding> covering(String text, List<List<Finding>> all) {
    Coverage coverage = new Coverage(text);
    for (List<Finding> findings : all) {
      findings.forEach(it -> coverage.add(it.kind(), it.start(), it.end()));
    }
    return coverage.findings();
  }

  private List<Finding> namesIn(String text) {
    return named.computeIfAbsent(text, it -> EscapedText.find(it, this::findNames));
  }

  private List<Finding> findNames(String text) {
    List<Finding> byCue = cues.find(text);
    List<Finding> byModel = model.find(text);
    return byModel.isEmpty() ? byCue : covering(text, List.of(byCue, byModel));
  }

  /** Notes the kinds of what is told by its pattern. */
  private final class Kinds implements Reading {

    private final Set<String> found = new HashSet<>();

    @Override
    public void read(Field field, String text) {
      found.addAll(byPattern(field, text).kinds());
    }

    /** What stands near says what a value is, also where its key does not. */
    @Override
    public void document(String text) {
      found.addAll(patterns.of(text).kinds());
    }
  }

  /** Notes names and addresses. */
  private final class Learning implements Reading {

    @Override
    public void read(Field field, String text) {
      Optional<String> kind = kindOf(field, text);
      if (kind.isPresent()) {
        note(kind.get(), text);
      } else {
        namesIn(text).forEach(it -> note(it.kind(), text.substring(it.start(), it.end())));
      }
    }

    @Override
    public void document(String text) {
      for (Finding it : patterns.of(text).findings()) {
        told.putIfAbsent(text.substring(it.start(), it.end()), it.kind());
      }
    }

    private void note(String kind, String value) {
      if (kind.equals(NameFinder.PERSON)) {
        names.add(value);
      } else {
        hasAddress = true;
      }
    }

    @Override
    public void readToken(String token) {}

    @Override
    public String participant(String name) {
      names.add(name);
      return name;
    }
  }

  /** Reads and changes nothing. */
  private interface Reading extends TextRewriting {

    void read(Field field, String text);

    default void readToken(String token) {
      read(Field.NONE, token);
    }

    @Override
    default String text(String text) {
      read(Field.NONE, text);
      return text;
    }

    @Override
    default String value(Field field, String value) {
      read(field, value);
      return value;
    }

    @Override
    default String token(String token) {
      readToken(token);
      return token;
    }

    @Override
    default String participant(String name) {
      readToken(name);
      return name;
    }

    @Override
    default Optional<String> account(String id) {
      readToken(id);
      return Optional.of(id);
    }
  }
}
