package dev.terroir.gateway;

import dev.terroir.chat.ChatRequest;
import dev.terroir.policy.Watched;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.vocabulary.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes down what a decision was made from, for the record and for explanations. */
final class FactsText {

  private FactsText() {}

  static List<String> of(Facts facts, ChatRequest request) {
    List<String> text = of(facts);
    text.add("model=" + request.model());
    text.add("stream=" + request.stream());
    return text;
  }

  /** As {@code name=value}; what nobody has said is left out. */
  static List<String> of(Facts facts) {
    Claims claims = facts.claims();
    List<String> text = new ArrayList<>();
    facts
        .jurisdictions()
        .bound()
        .forEach(
            (code, evidence) ->
                text.add("country=" + code + "(" + Word.write(evidence.name()) + ")"));
    add(text, "sector", claims.sectors());
    add(text, "data", claims.data());
    add(text, "purpose", claims.purposes());
    add(text, "audience", claims.audiences());
    add(text, "payer", claims.payers());
    add(text, "consent", claims.consents());
    claims.age().ifPresent(age -> text.add("age=" + age));
    claims.subjects().ifPresent(subjects -> text.add("subjects=" + subjects));
    claims.language().ifPresent(language -> text.add("language=" + language));
    text.add(
        "needs="
            + facts.capabilities().stream().map(it -> Word.write(it.name())).sorted().toList());
    return text;
  }

  /** What rules that are only watched would do: {@code DE/x=would-deny}. */
  static List<String> watched(List<Watched> watched) {
    return watched.stream().map(it -> it.rule() + "=" + it.effect().word()).toList();
  }

  private static void add(List<String> text, String name, Collection<? extends Word> words) {
    if (!words.isEmpty()) {
      text.add(
          name + "=" + words.stream().map(Word::word).sorted().collect(Collectors.joining(",")));
    }
  }
}
