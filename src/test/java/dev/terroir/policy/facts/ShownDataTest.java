package dev.terroir.policy.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.language.Language;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Sector;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShownDataTest {

  private static final int NOBODY_SAID = -1;

  private static Claims claims(Set<Sector> sectors, int age) {
    return new Claims(
        List.of(),
        sectors,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        age == NOBODY_SAID ? OptionalInt.empty() : OptionalInt.of(age),
        OptionalLong.empty());
  }

  private static Set<String> words(String spaced) {
    return Arrays.stream(spaced.split(" ")).filter(it -> !it.isEmpty()).collect(Collectors.toSet());
  }

  private static String classes(long bits) {
    return Arrays.stream(DataClass.values())
        .filter(it -> (bits & it.bit()) != 0)
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | HEALTH | -1 | ''",
        "credential | HEALTH | -1 | ''",
        "BR.cnpj | HEALTH | 10 | legal_person",
        "email | '' | -1 | personal",
        "email | '' | 17 | personal children",
        "email | '' | 18 | personal",
        "email | HEALTH | -1 | personal sensitive health",
        "person | HEALTH | -1 | personal sensitive health",
        "address | INSURANCE | 12 | personal financial children",
        "DE.kvnr | '' | -1 | personal sensitive health",
        "ZZ.iban | '' | -1 | personal financial",
        "DE.steuer-id BR.cnpj | FINANCE | -1 | personal financial legal_person",
      })
  void saysWhatDataIs(String kinds, String sectors, int age, String expected) {
    Set<Sector> sector = words(sectors).stream().map(Sector::valueOf).collect(Collectors.toSet());
    Insight insight = new Insight.Known(Language.UNDETERMINED, words(kinds));

    long shown = ShownData.bits(0, insight, claims(sector, age));

    assertThat(words(classes(shown))).isEqualTo(words(expected));
  }

  /** Looking for names takes time. */
  @Test
  void asksForNamesOnlyWhereTheyWouldSayMore() {
    Insight insight =
        new Insight() {
          @Override
          public Language language() {
            return Language.UNDETERMINED;
          }

          @Override
          public Set<String> kinds() {
            return Set.of();
          }

          @Override
          public Set<String> kindsSeen() {
            return Set.of();
          }

          @Override
          public boolean showsSomebody() {
            throw new AssertionError("asked");
          }
        };

    assertThat(ShownData.bits(DataClass.PERSONAL.bit(), insight, Claims.SILENT)).isZero();
  }
}
