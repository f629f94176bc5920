package dev.terroir.privacy.scan.automaton;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Patterns and words that are looked for together, in two readings: texts of ASCII are read as they
 * are, others are translated. Immutable and thread-safe.
 */
public final class PatternSet {

  private final Alphabet alphabet;
  private final Tables ascii;
  private final Tables any;

  /**
   * @param forms regular expressions over folded text, in the syntax of {@code dk.brics.automaton}
   *     with intersection; an empty one never matches
   * @param words folded; numbered behind the forms
   * @param matched what is made of the numbers, in rising order, of what has matched together;
   *     asked once for each set of them
   */
  public PatternSet(
      List<String> forms, List<String> words, Function<List<Integer>, Matched> matched) {
    List<Automaton> automata =
        Stream.concat(
                forms.stream().map(PatternSet::automaton),
                words.stream().map(Automaton::makeString))
            .toList();
    SubsetConstruction together = new SubsetConstruction(automata);
    Map<List<Integer>, Matched> known = new HashMap<>();
    Function<int[], Matched> once =
        numbers -> known.computeIfAbsent(Arrays.stream(numbers).boxed().toList(), matched);
    this.alphabet = new Alphabet(together::group);
    this.any = new Tables(automata, together, alphabet.examples(), once);
    this.ascii = new Tables(automata, together, Alphabet.ascii(), once);
  }

  private static Automaton automaton(String form) {
    if (form.isEmpty()) {
      return Automaton.makeEmpty();
    }
    Automaton automaton = new RegExp(form, RegExp.INTERSECTION).toAutomaton();
    automaton.determinize();
    automaton.minimize();
    return automaton;
  }

  /** Reads a text as what a reader sees of it. */
  public PlainView view(String text) {
    return new PlainView(text, alphabet);
  }

  /** What to look for in {@code view}, which this has made. */
  public Tables tables(PlainView view) {
    return view.isAscii() ? ascii : any;
  }
}
