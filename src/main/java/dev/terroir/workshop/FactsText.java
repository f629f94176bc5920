package dev.terroir.workshop;

import dev.terroir.catalog.Capability;
import dev.terroir.chat.ChatRequest;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.Watched;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.ClaimsReader;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes down what a decision was made from, for the record and for explanations. */
public final class FactsText {

  private FactsText() {}

  /**
   * @param facts as they are written down
   */
  public static List<String> of(List<String> facts, ChatRequest request) {
    List<String> text = new ArrayList<>(facts);
    text.add("model=" + request.model());
    text.add("stream=" + request.stream());
    return text;
  }

  /** As {@code name=value}; what nobody has said is left out. */
  public static List<String> of(Facts facts) {
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
    Set<String> seen = facts.insight().kindsSeen();
    if (!seen.isEmpty()) {
      text.add("seen=" + String.join(",", new TreeSet<>(seen)));
    }
    text.add(
        "needs="
            + facts.capabilities().stream().map(it -> Word.write(it.name())).sorted().toList());
    return text;
  }

  /**
   * What was written down, read again.
   *
   * @param bound the jurisdictions, the home first
   */
  public record Read(List<Jurisdiction> bound, Claims claims, Set<Capability> needs) {}

  /** The facts of a record, or nothing where it is of another version. */
  public static Optional<Read> read(List<String> text) {
    List<Jurisdiction> bound = new ArrayList<>();
    Map<Claim, String> stated = new EnumMap<>(Claim.class);
    Set<Capability> needs = EnumSet.noneOf(Capability.class);
    for (String fact : text) {
      String[] parts = fact.split("=", 2);
      String value = parts.length > 1 ? parts[1] : "";
      switch (parts[0]) {
        case "country" -> Jurisdiction.parse(value.split("\\(", 2)[0]).ifPresent(bound::add);
        case "needs" ->
            List.of(value.replaceAll("[\\[\\] ]", "").split(","))
                .forEach(word -> Word.find(Capability.class, word).ifPresent(needs::add));
        default -> Word.find(Claim.class, parts[0]).ifPresent(claim -> stated.put(claim, value));
      }
    }
    return !bound.isEmpty()
            && ClaimsReader.read(stated) instanceof ClaimsReader.Reading.Read(var claims)
        ? Optional.of(new Read(bound, claims, needs))
        : Optional.empty();
  }

  /** What rules that are only watched would do: {@code DE/x=would-deny}. */
  public static List<String> watched(List<Watched> watched) {
    return watched.stream().map(it -> it.rule() + "=" + it.effect().word()).toList();
  }

  private static void add(List<String> text, String name, Collection<? extends Word> words) {
    if (!words.isEmpty()) {
      text.add(
          name + "=" + words.stream().map(Word::word).sorted().collect(Collectors.joining(",")));
    }
  }
}
