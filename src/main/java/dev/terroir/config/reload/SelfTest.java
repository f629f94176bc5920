package dev.terroir.config.reload;

import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.routing.ScenarioCheck;
import dev.terroir.routing.ScenarioCheck.Checked;
import java.time.LocalDate;
import java.util.List;

/** Policies must decide as the scenarios beside them expect. */
final class SelfTest {

  private SelfTest() {}

  /** Every scenario that is not decided as expected, where it stands. */
  static List<Fault> faults(Contents contents, LocalDate today) {
    return new ScenarioCheck(contents, today)
        .check(contents.scenarios()).stream()
            .filter(checked -> !checked.wrong().isEmpty())
            .map(checked -> fault(contents, checked))
            .toList();
  }

  private static Fault fault(Contents contents, Checked checked) {
    String id = checked.scenario().id();
    Origin origin =
        contents.origin(Subjects.scenario(id)).orElse(new Origin(checked.scenario().file(), 1, 1));
    return origin.fault("the scenario `" + id + "` " + String.join("; ", checked.wrong()));
  }
}
