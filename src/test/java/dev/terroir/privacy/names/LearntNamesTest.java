package dev.terroir.privacy.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terroir.privacy.Finding;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LearntNamesTest {

  private static String show(String text, String... names) {
    List<Finding> found = LearntNames.of(List.of(names)).find(text);
    return Sentence.show(text, found);
  }

  @Test
  void findsAWholeNameInAnyCaseAndSpacing() {
    assertThat(show("JANE  DOE, jane\ndoe and Jane Doe.", "Jane Doe"))
        .isEqualTo("{JANE  DOE}, {jane\ndoe} and {Jane Doe}.");
  }

  @Test
  void findsPartsAsTheyAreWritten() {
    assertThat(show("Ask Watson, not watson; Dr. Watson-Smith knows.", "John Watson"))
        .isEqualTo("Ask {Watson}, not watson; Dr. {Watson}-Smith knows.");
  }

  @Test
  void aPartThatIsShortOrOrdinaryIsNone() {
    assertThat(show("The Best of Ann is von Berg.", "Ann Best", "Udo von Bergen"))
        .isEqualTo("The Best of Ann is von Berg.");
  }

  @Test
  void aNameInLowerCaseIsAlsoFoundWithCapitals() {
    assertThat(show("Watson and watson", "john watson")).isEqualTo("{Watson} and {watson}");
  }

  @Test
  void aNameOfOneWordNeedsItsCapital() {
    assertThat(show("Rose has a rose.", "Rose")).isEqualTo("{Rose} has a rose.");
  }

  @Test
  void wordsEndWhereTheirScriptSaysSo() {
    assertThat(show("Watsonville", "John Watson")).isEqualTo("Watsonville");
    assertThat(show("昨日田中太郎が来た", "田中太郎")).isEqualTo("昨日{田中太郎}が来た");
    assertThat(show("राहुल शर्मा और शर्मा", "राहुल शर्मा")).isEqualTo("{राहुल शर्मा} और {शर्मा}");
  }

  @Test
  void theLongestNameWins() {
    assertThat(show("Anna Maria Berger", "Anna Maria", "Anna Maria Berger"))
        .isEqualTo("{Anna Maria Berger}");
  }

  @Test
  void namesBeyondTheBoundAreCounted() {
    List<String> names =
        IntStream.range(0, 1200)
            .mapToObj(i -> "Anna Number" + (char) ('a' + i % 26) + "x".repeat(i % 40) + i)
            .toList();
    LearntNames learnt = LearntNames.of(names);
    assertThat(learnt.leftOut()).isEqualTo(200);
    assertThat(learnt.find("anna " + names.getFirst().substring(5))).hasSize(1);
  }

  @Test
  void manyLikeNamesCostNoMore() {
    List<String> names =
        IntStream.range(1, 1000).mapToObj(i -> "Anna" + " anna".repeat(i % 20) + " b" + i).toList();
    LearntNames learnt = LearntNames.of(names);
    String text = String.join(" ", Collections.nCopies(40_000, "anna"));
    long before = System.nanoTime();
    assertThat(learnt.find(text)).hasSizeLessThanOrEqualTo(40_000);
    assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
  }

  @Test
  void nothingLearntFindsNothing() {
    assertThat(show("John Watson", "", " ", "x")).isEqualTo("John Watson");
  }
}
