package dev.terroir.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RecipientsTest {

  @Test
  void whoIsNotServedIsOutsideTheListOrInTheExceptions() {
    Recipients served = new Recipients(List.of("EU"), List.of("FR"));
    assertThat(served.others())
        .containsExactly(
            new Recipients(List.of(), List.of("EU")), new Recipients(List.of("FR"), List.of()));
  }

  @Test
  void nobodyIsLeftOutWhereNothingIsSaid() {
    assertThat(Recipients.ANYONE.others()).isEmpty();
  }
}
