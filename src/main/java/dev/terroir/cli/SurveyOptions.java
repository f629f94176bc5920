package dev.terroir.cli;

import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.workshop.survey.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which kinds of requests a drill or a comparison looks at. */
final class SurveyOptions {

  @Option(
      names = "--model",
      description = "What the requests ask for: a model, deployment or alias (default: auto).")
  private String model = Scope.ANY;

  @Option(
      names = "--country",
      split = ",",
      description = "Only these countries (default: every one with a file).")
  private List<String> countries = new ArrayList<>();

  @Option(
      names = "--data",
      split = ",",
      description = "The classes of data (default: personal for a drill, all for a comparison).")
  private List<String> data = new ArrayList<>();

  @Option(
      names = "--all-languages",
      description = "Ask in every language that is official or main anywhere, not only at home.")
  private boolean allLanguages;

  @Option(
      names = "--all-papers",
      description = "With every agreement, permit and consent that a rule asks for.")
  private boolean allPapers;

  @Option(names = "--on", description = "The day (default: today).")
  private Optional<LocalDate> day = Optional.empty();

  /**
   * @param usual the classes of data where none is named
   * @throws ParameterException for a country or class that there is not
   */
  Scope scope(Library library, List<DataClass> usual, FolderOption folder, Clock clock) {
    LocalDate on = day.orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    Scope.Words words = new Scope.Words(model, countries, data, allLanguages, allPapers, on);
    return switch (words.read(library, usual)) {
      case Scope.Reading.Read(var scope) -> scope;
      case Scope.Reading.Faulty(var field, var message) -> throw folder.refused(message);
    };
  }
}
