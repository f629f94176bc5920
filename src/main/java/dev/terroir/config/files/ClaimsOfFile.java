package dev.terroir.config.files;

import dev.terroir.config.yaml.Element;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.vocabulary.Audience;
import dev.terroir.policy.vocabulary.Consent;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Payer;
import dev.terroir.policy.vocabulary.Purpose;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.policy.vocabulary.Word;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the facts that a file states: {@code facts} of a tenant, {@code adds} of an alias. */
final class ClaimsOfFile {

  private ClaimsOfFile() {}

  static Claims read(Element facts) {
    return new Claims(
        List.of(),
        words(facts, "sector", Sector.class),
        words(facts, "data", DataClass.class),
        words(facts, "purpose", Purpose.class),
        words(facts, "audience", Audience.class),
        words(facts, "payer", Payer.class),
        words(facts, "consent", Consent.class),
        facts.optional("language", text -> text.split("-", 2)[0]),
        facts.get("age").isPresent() ? OptionalInt.of(facts.number("age", 0)) : OptionalInt.empty(),
        facts.get("subjects").isPresent()
            ? OptionalLong.of(Long.parseLong(facts.text("subjects")))
            : OptionalLong.empty());
  }

  private static <E extends Enum<E>> Set<E> words(Element facts, String key, Class<E> vocabulary) {
    return facts.texts(key).stream()
        .flatMap(text -> Word.find(vocabulary, text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
