package dev.terroir.workshop.check;

import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.Suggestion;
import dev.terroir.workshop.lens.Ids;
import dev.terroir.workshop.lens.Lens;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ids that rules ask for and nobody has, or that somebody has and no rule asks for. That a host has
 * a certificate which no rule asks for means nothing, unless it looks misspelt; a safeguard is good
 * for nothing else.
 */
final class UnknownIds implements Check {

  /** How it is said that somebody has one. */
  private static final Map<DeploymentAttribute, String> HAVING =
      Map.of(
          DeploymentAttribute.CERTIFIED, "has the certificate",
          DeploymentAttribute.AGREEMENT, "has the agreement",
          DeploymentAttribute.SAFEGUARD, "has the safeguard",
          DeploymentAttribute.APPROVED_BY, "is in the register",
          DeploymentAttribute.REGION, "is in the region");

  @Override
  public Stream<Finding> findings(Lens lens) {
    Ids ids = new Ids(lens);
    return HAVING.keySet().stream()
        .flatMap(it -> Stream.concat(unheld(lens, ids, it), unasked(lens, ids, it)));
  }

  private static Stream<Finding> unheld(Lens lens, Ids ids, DeploymentAttribute attribute) {
    return ids.asked(attribute).stream()
        .filter(id -> !ids.held(attribute).contains(id))
        .map(
            id ->
                finding(
                    lens.place(ids.whereAsked(attribute, id)),
                    "nobody %s `%s`".formatted(HAVING.get(attribute), id),
                    Suggestion.misspelt(id, ids.held(attribute))));
  }

  private static Stream<Finding> unasked(Lens lens, Ids ids, DeploymentAttribute attribute) {
    return ids.held(attribute).stream()
        .filter(id -> !ids.asked(attribute).contains(id))
        .flatMap(id -> unasked(lens, ids, attribute, id).stream());
  }

  private static Optional<Finding> unasked(
      Lens lens, Ids ids, DeploymentAttribute attribute, String id) {
    Optional<String> misspelt = Suggestion.misspelt(id, ids.asked(attribute));
    return lens.contents()
        .origin(ids.whereHeld(attribute, id))
        .filter(it -> misspelt.isPresent() || attribute == DeploymentAttribute.SAFEGUARD)
        .map(
            origin ->
                finding(
                    origin,
                    "no rule asks who %s `%s`".formatted(HAVING.get(attribute), id),
                    misspelt));
  }

  private static Finding finding(Origin origin, String message, Optional<String> misspelt) {
    return misspelt
        .map(
            word ->
                Finding.warning(Kind.UNKNOWN_ID, origin, message)
                    .suggesting("did you mean `" + word + "`?"))
        .orElseGet(() -> Finding.note(Kind.UNKNOWN_ID, origin, message));
  }
}
