package dev.terroir.policy.rule;

import dev.terroir.catalog.Retention;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a tenant is served within what is lawful for it.
 *
 * @param models the models, deployments and aliases that it may name, or nothing for all
 * @param substitute whether a lawful model may answer for one that is refused
 * @param speech its usual language, and how well models must know a request's
 * @param keepsResponses how long its responses can be referred to; nothing where they are not kept
 */
public record Serving(
    Optional<Set<String>> models,
    boolean substitute,
    List<Preference> prefer,
    Speech speech,
    Optional<Retention> keepsResponses) {

  /** Any model may be named and none is preferred; no other answers for it, nothing is kept. */
  public static final Serving PLAIN =
      new Serving(Optional.empty(), false, List.of(), Speech.ANY, Optional.empty());

  public Serving {
    models = models.map(Set::copyOf);
    prefer = List.copyOf(prefer);
  }

  /** Served plainly, by models that know its language. */
  public static Serving in(Speech speech) {
    return new Serving(Optional.empty(), false, List.of(), speech, Optional.empty());
  }
}
