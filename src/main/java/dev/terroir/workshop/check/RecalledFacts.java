package dev.terroir.workshop.check;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Field;
import dev.terroir.catalog.HostId;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.Word;
import dev.terroir.workshop.lens.Lens;
import dev.terroir.workshop.lens.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hosts of which facts that rules ask for are only remembered, so that they count as unknown. */
final class RecalledFacts implements Check {

  @Override
  public Stream<Finding> findings(Lens lens) {
    Set<Field> asked = asked(lens);
    Map<HostId, List<Deployment>> hosts =
        lens.library().catalog().deployments().stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.host().id(), LinkedHashMap::new, Collectors.toList()));
    return hosts.entrySet().stream()
        .flatMap(it -> finding(lens, it.getKey(), it.getValue(), asked).stream());
  }

  private static Optional<Finding> finding(
      Lens lens, HostId host, List<Deployment> deployments, Set<Field> asked) {
    Set<Field> recalled = EnumSet.noneOf(Field.class);
    List<Deployment> concerned = new ArrayList<>();
    for (Deployment deployment : deployments) {
      Set<Field> own =
          asked.stream()
              .filter(field -> !deployment.provenance().isVerified(field))
              .collect(Collectors.toSet());
      if (recalled.addAll(own) || !own.isEmpty()) {
        concerned.add(deployment);
      }
    }
    if (concerned.isEmpty()) {
      return Optional.empty();
    }
    String fields =
        recalled.stream()
            .sorted(Comparator.naturalOrder())
            .map(field -> "`" + Word.write(field.name()) + "`")
            .collect(Collectors.joining(", "));
    return Optional.of(
        Finding.note(
                Kind.EXPIRED_FACTS,
                lens.place(Subjects.host(host)),
                "%s of %s are from memory, so rules take them for unknown: %s"
                    .formatted(fields, host, Wording.count(concerned.size(), "deployment")))
            .suggesting("read a source and set `verified: seen`"));
  }

  /** The facts that some rule asks for. */
  private static Set<Field> asked(Lens lens) {
    return lens.deciding()
        .flatMap(
            rule ->
                Stream.concat(
                    rule.rule().where().conditions(), rule.rule().effect().require().conditions()))
        .map(Condition::attribute)
        .flatMap(attribute -> field(attribute).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<Field> field(DeploymentAttribute attribute) {
    return switch (attribute) {
      case LOCATED_IN, LOCATED_OUTSIDE -> Optional.of(Field.LOCATED_IN);
      case STORED_IN, STORED_OUTSIDE -> Optional.of(Field.STORED_IN);
      case CONTROLLED_FROM, CONTROLLED_OUTSIDE, OWNED_FROM, ACCESSED_FROM, ACCESSED_OUTSIDE ->
          Optional.of(Field.CONTROLLED_FROM);
      case ESTABLISHED_IN -> Optional.of(Field.ESTABLISHED_IN);
      case CERTIFIED -> Optional.of(Field.CERTIFIED);
      case RETENTION_AT_MOST -> Optional.of(Field.RETENTION);
      case TRAINS_ON_PROMPTS -> Optional.of(Field.TRAINS_ON_PROMPTS);
      case MADE_IN,
          MADE_OUTSIDE,
          AGREEMENT,
          CONSENT,
          SAFEGUARD,
          WEIGHTS,
          TIER,
          HOSTING,
          MAKER,
          MODEL,
          HOST,
          APPROVED_BY,
          SPEAKS,
          REGION ->
          Optional.empty();
    };
  }
}
