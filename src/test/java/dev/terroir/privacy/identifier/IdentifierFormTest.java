package dev.terroir.privacy.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brics.automaton.RegExp;
import dk.brics.automaton.RunAutomaton;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms say the same to Java and to the automaton, and the same as the regexes they come from. */
final class IdentifierFormTest {

  private static final int CANDIDATES = 20_000;
  private static final long SEED = 20_260_731;
  private static final String CHARACTERS = "0123456789abcdefghijklmnopqrstuvwxyzAKXZ -./+()<#&~\"@";

  record Form(String id, String regex, String form) {

    RunAutomaton automaton() {
      return new RunAutomaton(new RegExp(form, RegExp.NONE).toAutomaton());
    }

    Pattern withoutLookArounds() {
      return Pattern.compile(regex.replaceAll("\\(\\?[!=][^()]*\\)", ""), Pattern.CASE_INSENSITIVE);
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Form> forms() {
    return IdentifierRows.identifiers()
        .map(row -> new Form(row.get("id"), row.get("regex"), row.get("form")));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void usesOnlyWhatBothDialectsShare(Form form) {
    assertThat(form.form())
        .doesNotContain("(?", "\\d", "\\.", "\"", "^", "$", "*?", "+?")
        .isEqualTo(form.form().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void acceptsEveryValidVector(Form form) {
    RunAutomaton automaton = form.automaton();
    assertThat(IdentifierRows.validNumbers(form.id()))
        .allSatisfy(
            number -> {
              assertThat(automaton.run(number.toLowerCase(Locale.ROOT))).isTrue();
              assertThat(Pattern.matches(form.form(), number.toLowerCase(Locale.ROOT))).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theAutomatonAcceptsWhatTheRegexDoes(Form form) {
    // given
    RunAutomaton automaton = form.automaton();
    Pattern regex = form.withoutLookArounds();
    Pattern same = Pattern.compile(form.form());
    Random random = new Random(SEED + form.id().hashCode());
    List<String> valid = IdentifierRows.validNumbers(form.id());
    int accepted = 0;

    for (int i = 0; i < CANDIDATES; i++) {
      // when
      String candidate = mutated(valid.get(i % valid.size()), random);
      String folded = candidate.toLowerCase(Locale.ROOT);
      boolean expected = regex.matcher(candidate).matches();

      // then
      if (automaton.run(folded) != expected || same.matcher(folded).matches() != expected) {
        assertThat(candidate).as("form of %s, seed %d", form.id(), SEED).isNull();
      }
      accepted += expected ? 1 : 0;
    }
    assertThat(accepted).isBetween(CANDIDATES / 100, CANDIDATES - CANDIDATES / 100);
  }

  private static String mutated(String number, Random random) {
    StringBuilder text = new StringBuilder(number);
    for (int rounds = 1 + random.nextInt(3); rounds > 0; rounds--) {
      int at = random.nextInt(text.length());
      char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
      switch (random.nextInt(5)) {
        case 0 -> text.insert(at, character);
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.setCharAt(at, character);
        case 3 -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
        default -> text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
      }
    }
    return text.toString();
  }
}
