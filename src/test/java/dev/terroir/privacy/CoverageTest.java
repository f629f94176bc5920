package dev.terroir.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CoverageTest {

  private static final int ROUNDS = 5_000;

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("ab1 -".charAt(random.nextInt(5)));
    }
    return text.toString();
  }

  /** Each letter and digit belongs to the first finding that has it, and to nobody else. */
  @Test
  void eachCharacterIsKeptByTheFirstThatHasIt() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      String text = text(random, 1 + random.nextInt(200));
      int first = random.nextInt(text.length());
      Coverage coverage = new Coverage(text, first, text.length());
      String[] owners = new String[text.length()];
      for (int i = 0; i < random.nextInt(12); i++) {
        int start = first + random.nextInt(text.length() - first);
        int end = start + 1 + random.nextInt(text.length() - start);
        String kind = "kind" + i;
        coverage.add(kind, start, end);
        for (int at = start; at < end; at++) {
          owners[at] = owners[at] == null ? kind : owners[at];
        }
      }

      String[] found = new String[text.length()];
      for (Finding finding : coverage.findings()) {
        for (int at = finding.start(); at < finding.end(); at++) {
          assertThat(found[at]).as("seed %d, overlap at %d", seed, at).isNull();
          found[at] = finding.kind();
        }
      }
      for (int at = 0; at < text.length(); at++) {
        if (Character.isLetterOrDigit(text.charAt(at))) {
          assertThat(found[at]).as("seed %d at %d", seed, at).isEqualTo(owners[at]);
        }
      }
      assertThat(coverage.findings()).as("seed %d", seed).isEqualTo(inOrder(coverage.findings()));
    }
  }

  private static List<Finding> inOrder(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort((one, other) -> Integer.compare(one.start(), other.start()));
    return sorted;
  }

  @Test
  void aRestHasNoSeparatorsAtItsEnds() {
    Coverage coverage = new Coverage("ab - 12 - cd");

    coverage.add("number", 5, 7);
    coverage.add("all", 0, 12);

    assertThat(coverage.findings())
        .containsExactly(
            new Finding("all", 0, 2), new Finding("number", 5, 7), new Finding("all", 10, 12));
  }
}
