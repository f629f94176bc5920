package dev.terroir.protection;

import dev.terroir.chat.ChatRequest;
import dev.terroir.policy.rule.Obligation.Strength;
import dev.terroir.policy.rule.Obligations;
import dev.terroir.routing.Candidate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One request as each of its candidates gets to read it: in the clear where no rule asks for
 * protection, protected as strongly as the strictest rule asks elsewhere. What becomes of answers
 * is used from one event loop.
 */
public final class Versions {

  private final Version clear;
  private final Map<Strength, Version> versions;
  private final Optional<AnswerScreen> answers;

  private Versions(Version clear, Map<Strength, Version> versions, Optional<AnswerScreen> answers) {
    this.clear = clear;
    this.versions = versions;
    this.answers = answers;
  }

  /**
   * Makes every version that one of {@code candidates} needs.
   *
   * @param answers what becomes of the texts of its answers before anything is put back, if
   *     anything does
   * @param protection of the request; asked for only where one needs it
   */
  public static Versions of(
      ChatRequest request,
      List<Candidate> candidates,
      Supplier<RequestProtection> protection,
      Optional<AnswerScreen> answers) {
    Map<Strength, Version> versions = new EnumMap<>(Strength.class);
    for (Candidate candidate : candidates) {
      strength(candidate)
          .ifPresent(
              strength -> versions.computeIfAbsent(strength, it -> protection.get().protect(it)));
    }
    return new Versions(Version.clear(request), versions, answers);
  }

  private static Optional<Strength> strength(Candidate candidate) {
    return Obligations.protection(candidate.obligations());
  }

  /** What becomes of the texts of answers before anything is put back in them. */
  AnswerScreen answers() {
    return answers.orElse(AnswerScreen.NONE);
  }

  boolean scansAnswers() {
    return answers.isPresent();
  }

  /**
   * What {@code candidate} gets to read.
   *
   * @throws IllegalStateException when it is none of those that this was made for
   */
  public Version of(Candidate candidate) {
    return strength(candidate)
        .map(
            strength ->
                Optional.ofNullable(versions.get(strength))
                    .orElseThrow(() -> new IllegalStateException("not a candidate: " + candidate)))
        .orElse(clear);
  }
}
