package dev.terroir.protection;

import dev.terroir.chat.ChatRequest;
import dev.terroir.policy.rule.Obligation.Strength;
import dev.terroir.privacy.names.NameFinder;
import dev.terroir.privacy.pseudonym.Pseudonyms;
import java.util.Optional;
import java.util.Set;

/** Protects one request. Used from one thread at a time. */
public final class RequestProtection {

  private static final String KEEP =
      "Parts of this conversation were replaced by placeholders such as <EMAIL_1> or <PERSON_2>."
          + " Each stands for one value that you do not need to know. Where you refer to such a"
          + " value, write its placeholder exactly as it is, with its brackets, and make up no"
          + " others.";

  private static final String REMOVED =
      "Parts of this conversation were removed; words such as <EMAIL> or <PERSON> say what stood"
          + " there. Do not ask for it and do not guess it.";

  private final ChatRequest request;
  private final PersonalData personal;
  private Optional<Set<String>> kinds = Optional.empty();
  private boolean hasLearnt;

  RequestProtection(ChatRequest request, PersonalData personal) {
    this.request = request;
    this.personal = personal;
  }

  /** Of what kinds that is which stands in the request and is told by its pattern. */
  public Set<String> kinds() {
    Set<String> found = kinds.orElseGet(() -> personal.kinds(request));
    kinds = Optional.of(found);
    return found;
  }

  /** What {@link #kinds} has found, where somebody has asked before. */
  public Set<String> kindsSeen() {
    return kinds.orElse(Set.of());
  }

  /** Whether a name or an address stands in the request, by a cue or in a field for one. */
  public boolean findsSomebody() {
    return learnt().knowsSomebody();
  }

  /** Names are learnt when they are first asked for. */
  private PersonalData learnt() {
    if (!hasLearnt) {
      personal.learn(request);
      hasLearnt = true;
    }
    return personal;
  }

  /**
   * The request with everything replaced that was found in it. What rules block is removed: a
   * request in which it was found does not come here.
   */
  Version protect(Strength strength) {
    return switch (strength) {
      case PSEUDONYMISE -> pseudonymised();
      case REDACT, BLOCK -> redacted();
    };
  }

  /** A name that is met before it becomes known has its number from there. */
  private Version pseudonymised() {
    Pseudonyms pseudonyms = new Pseudonyms();
    learnt().names().forEach(name -> pseudonyms.number(NameFinder.PERSON, name));
    ChatRequest written = request.rewritten(new Replacing(personal, pseudonyms, true));
    ChatRequest told = pseudonyms.isEmpty() ? written : written.instructed(KEEP);
    return new Version(told, pseudonyms.counts(), pseudonyms);
  }

  private Version redacted() {
    Pseudonyms counted = new Pseudonyms();
    ChatRequest written = request.rewritten(new Replacing(learnt(), counted, false));
    ChatRequest told = counted.isEmpty() ? written : written.instructed(REMOVED);
    return new Version(told, counted.counts(), counted.tokensOnly());
  }
}
