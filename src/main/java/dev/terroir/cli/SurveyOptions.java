package dev.terroir.cli;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Word;
import dev.terroir.workshop.Paperwork;
import dev.terroir.workshop.Situations;
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

  LocalDate day(Clock clock) {
    return day.orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  Paperwork paperwork(Library library) {
    return allPapers ? Paperwork.complete(library) : Paperwork.NONE;
  }

  /**
   * @param usual the classes of data where none is named
   * @throws ParameterException for a country or class that there is not
   */
  Situations situations(Library library, List<DataClass> usual, FolderOption folder) {
    List<DataClass> classes =
        data.isEmpty() ? usual : data.stream().map(it -> data(it, folder)).toList();
    Situations all =
        allLanguages
            ? Situations.inAllLanguages(library, classes)
            : Situations.inOwnLanguages(library, classes);
    return all.of(countries.stream().map(code -> country(code, library, folder)).toList());
  }

  private static DataClass data(String word, FolderOption folder) {
    return Word.find(DataClass.class, word)
        .orElseThrow(
            () ->
                folder.refused(
                    "no class of data `" + word + "`: there are " + Word.all(DataClass.class)));
  }

  private static Jurisdiction country(String code, Library library, FolderOption folder) {
    return Jurisdiction.parse(code)
        .filter(library.countries()::containsKey)
        .orElseThrow(() -> folder.refused("no policy file for `" + code + "`"));
  }
}
