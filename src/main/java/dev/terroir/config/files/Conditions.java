package dev.terroir.config.files;

import dev.terroir.config.yaml.Element;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.RequestAttribute;
import dev.terroir.policy.vocabulary.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code when}, {@code where}, {@code require} and the entries of {@code order}. */
final class Conditions {

  private Conditions() {}

  static AnyOf<RequestAttribute> ofRequest(Element element) {
    return anyOf(element, RequestAttribute.class);
  }

  static AnyOf<DeploymentAttribute> ofDeployment(Element element) {
    return anyOf(element, DeploymentAttribute.class);
  }

  private static <A extends Enum<A>> AnyOf<A> anyOf(Element element, Class<A> attributes) {
    return new AnyOf<>(
        element.items().stream()
            .map(
                alternative ->
                    alternative.entries().stream()
                        .flatMap(entry -> condition(entry, attributes).stream())
                        .toList())
            .filter(conditions -> !conditions.isEmpty())
            .toList());
  }

  private static <A extends Enum<A>> Optional<Condition<A>> condition(
      Map.Entry<String, Element> entry, Class<A> attributes) {
    Element value = entry.getValue();
    Element named = value.isMap() ? value.get("in") : value;
    List<String> values = named.items().stream().map(Element::text).toList();
    int share = value.isMap() ? value.number("share-at-least", 0) : 0;
    return Word.find(attributes, entry.getKey())
        .map(attribute -> new Condition<>(attribute, values, share));
  }
}
