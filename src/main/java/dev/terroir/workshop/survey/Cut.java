package dev.terroir.workshop.survey;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Hosting;
import dev.terroir.catalog.Tier;
import dev.terroir.catalog.Weights;
import dev.terroir.jurisdiction.InForce;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Recipients;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.RuleId;
import dev.terroir.policy.rule.Terms;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.Suggestion;
import dev.terroir.policy.vocabulary.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is cut off in a drill. Where it is doubtful whether a deployment is meant, it is cut off.
 *
 * @param text as it was written: {@code maker=anthropic}
 * @param where the deployments
 * @param to for whom they are gone
 */
public record Cut(String text, AnyOf<DeploymentAttribute> where, Recipients to) {

  private static final String EXPORTS = "exports";
  private static final String REGION = "region";
  private static final Set<DeploymentAttribute> OF_PLACE =
      Set.of(
          DeploymentAttribute.LOCATED_IN,
          DeploymentAttribute.STORED_IN,
          DeploymentAttribute.CONTROLLED_FROM,
          DeploymentAttribute.OWNED_FROM,
          DeploymentAttribute.MADE_IN);
  private static final Map<DeploymentAttribute, Function<Deployment, String>> OF_NAME =
      Map.of(
          DeploymentAttribute.MAKER, it -> it.model().maker(),
          DeploymentAttribute.MODEL, it -> it.model().id().value(),
          DeploymentAttribute.HOST, it -> it.host().id().value());

  private static final Map<DeploymentAttribute, List<String>> OF_WORD =
      Map.of(
          DeploymentAttribute.HOSTING, Word.all(Hosting.class),
          DeploymentAttribute.WEIGHTS, Word.all(Weights.class),
          DeploymentAttribute.TIER, Word.all(Tier.class));

  /** {@code library} without what {@code cuts} cut off. */
  public static Library applied(Library library, List<Cut> cuts) {
    return library.with(new Terms(AnyOf.always(), cuts.stream().map(Cut::rule).toList()));
  }

  private Rule rule() {
    return new Rule(
        new RuleId("DRILL", text),
        Optional.empty(),
        InForce.ALWAYS,
        AnyOf.always(),
        where,
        to,
        Rule.Effect.FORBID,
        Rule.Mode.ENFORCE);
  }

  /** A cut, or why the text is none. */
  public sealed interface Reading {

    record Read(Cut cut) implements Reading {}

    record Faulty(String message) implements Reading {}
  }

  /**
   * Reads {@code key=value[,value]}: a maker, model, host, region, bloc or country by the words of
   * the policy language; {@code exports=US} takes what is made or stands there from everybody else.
   */
  public static Reading read(String text, Library library) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      return new Reading.Faulty("a cut is key=value, as in `maker=anthropic`: not `" + text + "`");
    }
    String key = text.substring(0, equals);
    List<String> values = List.of(text.substring(equals + 1).split(","));
    return switch (key) {
      case EXPORTS -> exports(text, values, library);
      case REGION -> region(text, values, library);
      default -> attribute(text, key, values, library);
    };
  }

  private static Reading exports(String text, List<String> places, Library library) {
    return unknownPlace(places, library)
        .<Reading>map(Reading.Faulty::new)
        .orElseGet(
            () ->
                new Reading.Read(
                    new Cut(
                        text,
                        new AnyOf<>(
                            List.of(
                                List.of(new Condition<>(DeploymentAttribute.MADE_IN, places)),
                                List.of(new Condition<>(DeploymentAttribute.LOCATED_IN, places)))),
                        new Recipients(List.of(), places))));
  }

  /** A region of the settings is its places; any other name is a host's own. */
  private static Reading region(String text, List<String> regions, Library library) {
    List<String> places = new ArrayList<>();
    regions.forEach(it -> places.addAll(library.regions().getOrDefault(it, List.of())));
    Set<String> known = new TreeSet<>(library.regions().keySet());
    library.catalog().deployments().forEach(it -> it.region().ifPresent(known::add));
    Optional<String> fault = unknown(regions, known);
    if (fault.isPresent()) {
      return new Reading.Faulty(fault.get());
    }
    return places.isEmpty()
        ? cut(text, DeploymentAttribute.REGION, regions)
        : cut(text, DeploymentAttribute.LOCATED_IN, places);
  }

  private static Reading attribute(String text, String key, List<String> values, Library library) {
    Optional<DeploymentAttribute> attribute =
        Word.find(DeploymentAttribute.class, key).filter(Cut::canBeCut);
    if (attribute.isEmpty()) {
      String known =
          Stream.of(DeploymentAttribute.values())
              .filter(Cut::canBeCut)
              .map(DeploymentAttribute::word)
              .sorted()
              .collect(Collectors.joining(", "));
      return new Reading.Faulty(
          "`" + key + "` cannot be cut: there are " + known + ", region, exports");
    }
    Optional<String> fault =
        OF_PLACE.contains(attribute.get())
            ? unknownPlace(values, library)
            : unknown(values, names(attribute.get(), library));
    return fault
        .<Reading>map(Reading.Faulty::new)
        .orElseGet(() -> cut(text, attribute.get(), values));
  }

  private static boolean canBeCut(DeploymentAttribute attribute) {
    return OF_PLACE.contains(attribute)
        || OF_NAME.containsKey(attribute)
        || OF_WORD.containsKey(attribute);
  }

  private static Reading cut(String text, DeploymentAttribute attribute, List<String> values) {
    return new Reading.Read(
        new Cut(text, AnyOf.of(new Condition<>(attribute, values)), Recipients.ANYONE));
  }

  private static Set<String> names(DeploymentAttribute attribute, Library library) {
    if (OF_WORD.containsKey(attribute)) {
      return Set.copyOf(OF_WORD.getOrDefault(attribute, List.of()));
    }
    Function<Deployment, String> name = Objects.requireNonNull(OF_NAME.get(attribute));
    return library.catalog().deployments().stream().map(name).collect(Collectors.toSet());
  }

  private static Optional<String> unknownPlace(List<String> values, Library library) {
    List<String> odd = values.stream().filter(value -> !Jurisdiction.isCode(value)).toList();
    return unknown(odd, library.blocs().keySet());
  }

  private static Optional<String> unknown(List<String> values, Set<String> known) {
    return values.stream()
        .filter(value -> !known.contains(value))
        .findFirst()
        .map(value -> "there is no `" + value + "`" + hint(value, known));
  }

  private static String hint(String value, Set<String> known) {
    String near = Suggestion.phrase(value, known);
    return near.isEmpty() ? ": there are " + new TreeSet<>(known) : near;
  }
}
