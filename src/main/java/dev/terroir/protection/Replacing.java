package dev.terroir.protection;

import dev.terroir.chat.TextRewriting;
import dev.terroir.privacy.Finding;
import dev.terroir.privacy.pseudonym.Placeholder;
import dev.terroir.privacy.pseudonym.Pseudonyms;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Puts placeholders in place of what stands in texts. Used for one request. */
final class Replacing implements TextRewriting {

  private final PersonalData personal;
  private final Pseudonyms pseudonyms;
  private final boolean reversible;

  /**
   * @param reversible whether placeholders are numbered, so that their values can be put back
   */
  Replacing(PersonalData personal, Pseudonyms pseudonyms, boolean reversible) {
    this.personal = personal;
    this.pseudonyms = pseudonyms;
    this.reversible = reversible;
  }

  @Override
  public String text(String text) {
    return value(Field.NONE, text);
  }

  @Override
  public String value(Field field, String value) {
    List<Finding> found = personal.inField(field, value);
    return replaced(value, reversible ? personal.withLookalikes(value, found) : found);
  }

  /**
   * Numbered in any case, and kept: two ids must not become one, and a tool is called by its name.
   */
  @Override
  public String token(String token) {
    List<Finding> found = personal.inToken(token);
    if (found.isEmpty()) {
      return token;
    }
    String written = replaced(token, found, (kind, value) -> pseudonyms.of(kind, value).bare());
    return pseudonyms.keepToken(token, written);
  }

  @Override
  public String participant(String name) {
    Placeholder placeholder = pseudonyms.of("person", name);
    return reversible ? placeholder.bare() : placeholder.label();
  }

  /** Who asks is nobody's business abroad. */
  @Override
  public Optional<String> account(String id) {
    pseudonyms.withhold("account");
    return Optional.empty();
  }

  private String replaced(String text, List<Finding> findings) {
    return replaced(text, findings, this::replacement);
  }

  private static String replaced(
      String text, List<Finding> findings, BinaryOperator<String> replacement) {
    if (findings.isEmpty()) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(text.length() + 16 * findings.size());
    int at = 0;
    for (Finding finding : findings) {
      replaced.append(text, at, finding.start());
      String value = text.substring(finding.start(), finding.end());
      replaced.append(replacement.apply(finding.kind(), value));
      at = finding.end();
    }
    return replaced.append(text, at, text.length()).toString();
  }

  private String replacement(String kind, String value) {
    Placeholder placeholder = pseudonyms.of(kind, value);
    return reversible ? placeholder.toString() : "<" + placeholder.label() + ">";
  }
}
