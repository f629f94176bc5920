package dev.terroir.privacy.scan.automaton;

import dk.brics.automaton.Automaton;
import java.util.List;
import java.util.function.Function;

/** What is looked for, for texts that are read as one set of kinds of characters. Immutable. */
public final class Tables {

  private final PatternAutomaton automaton;
  private final boolean[] begins;
  private final Beginnings beginnings;
  private final LetterRuns letterRuns;

  /**
   * @param forms all patterns
   * @param together the same side by side
   * @param examples a folded character of each kind
   */
  Tables(
      List<Automaton> forms,
      SubsetConstruction together,
      char[] examples,
      Function<int[], Matched> matched) {
    this.automaton = new PatternAutomaton(together, examples, matched);
    this.begins = new boolean[examples.length];
    for (int kind = 0; kind < begins.length; kind++) {
      begins[kind] = automaton.begins(kind);
    }
    List<Automaton> ofMostLetters = forms.stream().filter(LetterRuns::takesMostLetters).toList();
    this.letterRuns = new LetterRuns(ofMostLetters, examples);
    List<Automaton> others = forms.stream().filter(it -> !LetterRuns.takesMostLetters(it)).toList();
    this.beginnings = new Beginnings(others);
  }

  public PatternAutomaton automaton() {
    return automaton;
  }

  /** Whether something can begin with what stands at {@code start}, which is not a letter. */
  public boolean mayBegin(byte[] kinds, int start) {
    return begins[kinds[start] & 0xFF] && automaton.begins(kinds, start);
  }

  /** Of most words their first letters and their length tell that they begin nothing. */
  public boolean mayBegin(byte[] kinds, int start, int letters) {
    if (letters == 0) {
      return automaton.begins(kinds, start);
    }
    return beginnings.mayBegin(kinds, start) || letterRuns.mayGoOn(kinds, start, letters);
  }
}
