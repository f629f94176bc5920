package dev.terroir.workshop.check;

import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.PolicyFolder.Reading;
import dev.terroir.workshop.lens.Lens;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Looks for what is wrong with a folder beyond its faults. */
public final class Checks {

  /** How old a review or a catalogue may be, unless somebody says otherwise. */
  public static final Period MAX_AGE = Period.ofDays(365);

  private Checks() {}

  /** Everything found in {@code contents}, sorted by place. */
  public static List<Finding> of(Contents contents, LocalDate today) {
    return of(contents, today, MAX_AGE);
  }

  /**
   * Everything found in {@code contents}, sorted by place.
   *
   * @param maxAge how old a review or a catalogue may be
   */
  public static List<Finding> of(Contents contents, LocalDate today, Period maxAge) {
    Lens lens = new Lens(contents, today);
    List<Check> checks =
        List.of(
            new ContradictoryLogs(),
            new ContradictoryRequirements(),
            new UnsatisfiableRules(),
            new UnknownIds(),
            new UnreachableRules(),
            new ShadowedRules(),
            new NeverPreferred(),
            new AgedFacts(today.minus(maxAge)),
            new EndedFacts(),
            new RecalledFacts(),
            new NoLawfulChat(),
            new UncoveredRules());
    return checks.stream().flatMap(it -> it.findings(lens)).distinct().sorted().toList();
  }

  /** The faults of a folder that is refused, or everything found in one that is not. */
  public static List<Finding> of(Reading reading, LocalDate today, Period maxAge) {
    return switch (reading) {
      case Reading.Faulty(var faults) -> faults.stream().map(Finding::of).sorted().toList();
      case Reading.Sound(var contents) -> of(contents, today, maxAge);
    };
  }
}
