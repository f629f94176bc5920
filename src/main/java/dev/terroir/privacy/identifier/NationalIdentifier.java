package dev.terroir.privacy.identifier;

import dev.terroir.privacy.identifier.arithmetic.Compact;
import java.util.List;

/**
 * One kind of identifier. Immutable and thread-safe.
 *
 * @param id as policies and records name it: {@code IN.aadhaar}
 * @param country its ISO 3166 code; {@code ZZ} for the whole world
 * @param name as its issuer writes it
 * @param form a regular expression over text in lower case that {@link java.util.regex} and {@code
 *     dk.brics.automaton} (without optional syntax: {@code RegExp.NONE}) read in the same way. It
 *     says nothing of what stands around
 * @param check over the compact match
 * @param evidence what the check is worth
 * @param structure what holds for every number ever issued, also where {@code check} does not
 * @param needsContext whether the form is too weak to count alone: a word of the context must stand
 *     near
 * @param context words that stand near such numbers, in lower case
 * @param confidence in form and check
 */
public record NationalIdentifier(
    String id,
    String country,
    Kind kind,
    Subject subject,
    String name,
    String form,
    Check check,
    Evidence evidence,
    Check structure,
    boolean needsContext,
    List<String> context,
    Confidence confidence) {

  public NationalIdentifier {
    context = List.copyOf(context);
    if (id.isBlank() || form.isBlank() || context.isEmpty()) {
      throw new IllegalArgumentException("an identifier without id, form or context: `" + id + "`");
    }
  }

  /** What it is used for. */
  public enum Kind {
    TAX,
    SOCIAL,
    HEALTH,
    NATIONAL,
    FINANCE,
    ORG,
    DEVICE,
    PASSPORT
  }

  /** Whom it identifies. */
  public enum Subject {
    PERSON,
    ORGANISATION
  }

  public enum Confidence {
    HIGH,
    MEDIUM,
    LOW
  }

  /** What the outcome of the check is worth. */
  public enum Evidence {
    /** Every number issued passes, and most others do not. */
    REQUIRED,
    /** Issuers no longer promise the check digit: it speaks for a number, never against it. */
    ADVISORY,
    /** There is no check digit: whoever passes has the form and nothing more. */
    NONE
  }

  /** What is known of a match after its check. */
  public enum Verdict {
    CONFIRMED,
    UNCONFIRMED,
    REFUTED
  }

  /** Whether a match of the form may be one: whether it is not {@link Verdict#REFUTED}. */
  public boolean mayBe(Compact compact) {
    return check.holds(compact) || (evidence == Evidence.ADVISORY && structure.holds(compact));
  }

  /** Judges a match of the form, made {@link Compact}. */
  public Verdict judge(Compact compact) {
    if (check.holds(compact)) {
      return evidence == Evidence.NONE ? Verdict.UNCONFIRMED : Verdict.CONFIRMED;
    }
    return mayBe(compact) ? Verdict.UNCONFIRMED : Verdict.REFUTED;
  }
}
