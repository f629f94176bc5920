package dev.terroir.workshop.survey;

import dev.terroir.catalog.DeploymentId;
import dev.terroir.catalog.ModelId;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a drill or a comparison looks at.
 *
 * @param model what the requests ask for: a model, a deployment, an alias or {@code auto}
 * @param paperwork what the companies that ask have in place
 */
public record Scope(String model, Situations situations, Paperwork paperwork, LocalDate day) {

  /** The name for whatever is lawful and best. */
  public static final String ANY = "auto";

  /** A scope, or why there is none. */
  public sealed interface Reading {

    record Read(Scope scope) implements Reading {}

    /**
     * @param field what is wrong: {@code model}, {@code countries} or {@code data}
     */
    record Faulty(String field, String message) implements Reading {}
  }

  /**
   * A scope in words.
   *
   * @param model as callers name it
   * @param countries codes; every one with a file where there is none
   * @param data classes of data, as written; the usual ones where there is none
   * @param allLanguages every language that is official or main anywhere, instead of the own ones
   * @param allPapers with every agreement, permit and consent that a rule asks for
   */
  public record Words(
      String model,
      List<String> countries,
      List<String> data,
      boolean allLanguages,
      boolean allPapers,
      LocalDate day) {

    public Words {
      countries = List.copyOf(countries);
      data = List.copyOf(data);
    }

    /**
     * @param usual the classes of data where none is named
     */
    public Reading read(Library library, List<DataClass> usual) {
      if (!knows(library)) {
        return new Reading.Faulty("model", "no model, deployment or alias `" + model + "`");
      }
      List<Jurisdiction> named = new ArrayList<>();
      for (String code : countries) {
        Optional<Jurisdiction> known =
            Jurisdiction.parse(code).filter(library.countries()::containsKey);
        if (known.isEmpty()) {
          return new Reading.Faulty("countries", "there is no policy file for `" + code + "`");
        }
        named.add(known.get());
      }
      List<DataClass> classes = new ArrayList<>();
      for (String word : data) {
        Optional<DataClass> known = Word.find(DataClass.class, word);
        if (known.isEmpty()) {
          return new Reading.Faulty(
              "data", "no class of data `" + word + "`: there are " + Word.all(DataClass.class));
        }
        classes.add(known.get());
      }
      return new Reading.Read(scope(library, named, classes.isEmpty() ? usual : classes));
    }

    private boolean knows(Library library) {
      return model.equals(ANY)
          || library.aliases().stream().anyMatch(alias -> alias.id().equals(model))
          || library.catalog().model(new ModelId(model)).isPresent()
          || library.catalog().position(new DeploymentId(model)).isPresent();
    }

    private Scope scope(Library library, List<Jurisdiction> named, List<DataClass> classes) {
      Situations all =
          allLanguages
              ? Situations.inAllLanguages(library, classes)
              : Situations.inOwnLanguages(library, classes);
      return new Scope(
          model, all.of(named), allPapers ? Paperwork.complete(library) : Paperwork.NONE, day);
    }
  }
}
