package dev.terroir.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.audit.RecordedDecision;
import dev.terroir.chat.Json;
import dev.terroir.policy.folder.PolicyFolder;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.PolicyFolder.Reading;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.routing.ScenarioCheck;
import dev.terroir.workshop.check.Checks;
import dev.terroir.workshop.check.FindingReports;
import dev.terroir.workshop.survey.Cut;
import dev.terroir.workshop.survey.Diff;
import dev.terroir.workshop.survey.Drill;
import dev.terroir.workshop.survey.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Carries out what operators order of the policies in force, and of those policies with other files
 * in their place. Changes nothing. Some of it takes a second: not for an event loop. Thread-safe.
 */
public final class Workshop {

  private static final String FILES = "files";
  private static final Set<String> SURVEY =
      Set.of(FILES, "cuts", "model", "countries", "data", "all_languages", "all_papers", "on");

  private final PolicyFolder folder;
  private final Supplier<Shelf> shelf;
  private final Path audit;
  private final Clock clock;

  /**
   * @param audit the folder of this cell's audit log
   */
  public Workshop(PolicyFolder folder, Supplier<Shelf> shelf, Path audit, Clock clock) {
    this.folder = folder;
    this.shelf = shelf;
    this.audit = audit;
    this.clock = clock;
  }

  /** Something that an order asks for. */
  @FunctionalInterface
  private interface Work {
    Reply carryOut() throws Order.Unclear;
  }

  private static Reply carriedOut(Work work) {
    try {
      return work.carryOut();
    } catch (Order.Unclear unclear) {
      return unclear.reply();
    }
  }

  /** The policies in force. */
  public Shelf shelf() {
    return shelf.get();
  }

  /** Checks the policies in force, or those that {@code body} makes of them. */
  public Reply check(JsonNode body) {
    return carriedOut(
        () -> {
          Contents contents = contents(Order.of(body, Set.of(FILES)));
          ObjectNode root = Json.object().put("object", "check").put("policy", contents.digest());
          root.set("findings", FindingReports.json(Checks.of(contents, today())));
          return new Reply.Done(root);
        });
  }

  /** Runs the scenarios of the policies in force, or of those that {@code body} makes of them. */
  public Reply test(JsonNode body) {
    return carriedOut(
        () -> {
          Contents contents = contents(Order.of(body, Set.of(FILES)));
          ScenarioCheck check = new ScenarioCheck(contents, today());
          return new Reply.Done(Reports.of(contents, check, check.check(contents.scenarios())));
        });
  }

  /** Explains one request. */
  public Reply explain(JsonNode body) {
    return carriedOut(
        () -> {
          Order order = Order.of(body, Set.of(FILES, "tenant", "model", "facts", "on"));
          Question question =
              new Question(
                  order.text("tenant"),
                  order.text("model").orElse("auto"),
                  order.map("facts"),
                  order.day("on", today()));
          Contents contents = contents(order);
          return switch (question.ask(contents)) {
            case Question.Answer.Faulty(var message) -> new Reply.Invalid("facts", message);
            case Question.Answer.Explained explained ->
                new Reply.Done(explained.explanation().json("", contents.digest()));
          };
        });
  }

  /** Compares the policies in force with what {@code files} make of them. */
  public Reply diff(JsonNode body) {
    return carriedOut(
        () -> {
          Order order = Order.of(body, without("cuts"));
          Library before = shelf.get().contents().library();
          Library after = contents(order).library();
          Scope scope = scope(order, after, List.of(DataClass.values()));
          return new Reply.Done(Reports.of(Diff.between(before, after, scope, recorded())));
        });
  }

  /** What would happen if something were cut off. */
  public Reply drill(JsonNode body) {
    return carriedOut(
        () -> {
          Order order = Order.of(body, SURVEY);
          Library now = shelf.get().contents().library();
          Library then = contents(order).library();
          List<Cut> cuts = new ArrayList<>();
          for (String text : order.texts("cuts")) {
            cuts.add(cut(text, then));
          }
          Scope scope = scope(order, now, List.of(DataClass.PERSONAL));
          return new Reply.Done(Reports.of(Drill.run(now, then, cuts, scope)));
        });
  }

  /** On whom the lawful first choices of every country hang. */
  public Reply dependence() {
    return carriedOut(
        () -> {
          Library now = shelf.get().contents().library();
          Scope.Words all = new Scope.Words(Scope.ANY, List.of(), List.of(), false, false, today());
          Scope scope = scope(all.read(now, List.of(DataClass.PERSONAL)));
          return new Reply.Done(Reports.dependence(Drill.run(now, now, List.of(), scope)));
        });
  }

  private static Set<String> without(String field) {
    Set<String> others = new HashSet<>(SURVEY);
    others.remove(field);
    return others;
  }

  /** What is in force, with the files of the order in place of, or beside, its own. */
  private Contents contents(Order order) throws Order.Unclear {
    Map<String, String> files = order.map(FILES);
    if (files.isEmpty()) {
      return shelf.get().contents();
    }
    return switch (folder.read(shelf.get().edition().texts().with(files))) {
      case Reading.Sound(var contents) -> contents;
      case Reading.Faulty(var faults) -> throw new Order.Unclear(new Reply.Faulty(faults));
    };
  }

  private Scope scope(Order order, Library library, List<DataClass> usual) throws Order.Unclear {
    Scope.Words words =
        new Scope.Words(
            order.text("model").orElse(Scope.ANY),
            order.texts("countries"),
            order.texts("data"),
            order.flag("all_languages"),
            order.flag("all_papers"),
            order.day("on", today()));
    return scope(words.read(library, usual));
  }

  private static Scope scope(Scope.Reading reading) throws Order.Unclear {
    return switch (reading) {
      case Scope.Reading.Read(var scope) -> scope;
      case Scope.Reading.Faulty(var field, var message) -> throw new Order.Unclear(field, message);
    };
  }

  private static Cut cut(String text, Library library) throws Order.Unclear {
    return switch (Cut.read(text, library)) {
      case Cut.Reading.Read(var cut) -> cut;
      case Cut.Reading.Faulty(var message) -> throw new Order.Unclear("cuts", message);
    };
  }

  /** What can be read of this cell's record; a comparison without it still stands. */
  private List<RecordedDecision> recorded() {
    try {
      return RecordedDecision.in(audit);
    } catch (IOException e) {
      return List.of();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
