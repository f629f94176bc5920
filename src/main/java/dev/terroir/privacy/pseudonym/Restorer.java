package dev.terroir.privacy.pseudonym;

import dev.terroir.privacy.Finding;
import dev.terroir.privacy.pseudonym.PlaceholderReader.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts values back in place of their placeholders in a text that arrives in any pieces. What may be
 * the beginning of a placeholder is held back until more has come; everything else passes at once.
 * Placeholders that nobody has given out pass unchanged. One for each channel of an answer: its
 * text, its reasoning, each of its tool calls. Used from one thread at a time.
 */
public final class Restorer {

  private final Pseudonyms pseudonyms;
  private final Channel channel;
  private final StringBuilder held = new StringBuilder();

  /** What a text is, and so how a value is written in it. */
  public enum Channel {
    PLAIN,
    /** The text of a JSON document, as in the arguments of a tool call: values are escaped. */
    JSON
  }

  public Restorer(Pseudonyms pseudonyms, Channel channel) {
    this.pseudonyms = pseudonyms;
    this.channel = channel;
  }

  /** The places in {@code text} that would be taken for placeholders. */
  public static List<Finding> lookalikes(String text) {
    List<Finding> places = new ArrayList<>(0);
    int at = next(text, 0);
    while (at < text.length()) {
      int end = at + 1;
      if (PlaceholderReader.read(text, at) instanceof Reading.Whole(var placeholder, int behind)) {
        places.add(new Finding(Pseudonyms.LOOKALIKE, at, behind));
        end = behind;
      }
      at = next(text, end);
    }
    return places;
  }

  /** What of the text can be passed on now that {@code piece} has come; may be empty. */
  public String accept(String piece) {
    if (held.isEmpty() && next(piece, 0) == piece.length()) {
      return piece;
    }
    held.append(piece);
    return release(false);
  }

  /** What is left at the end of the text; may be empty. */
  public String finish() {
    return held.isEmpty() ? "" : release(true);
  }

  private static int next(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && !PlaceholderReader.opens(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private String release(boolean all) {
    StringBuilder out = new StringBuilder(held.length() + 32);
    int passed = 0;
    int at = next(held, 0);
    boolean waits = false;
    while (at < held.length() && !waits) {
      int end = at + 1;
      switch (PlaceholderReader.read(held, at)) {
        case Reading.Whole(var placeholder, int behind) -> {
          out.append(held, passed, at);
          out.append(restored(placeholder, held.substring(at, behind)));
          passed = behind;
          end = behind;
        }
        case Reading.Begun() -> waits = !all;
        case Reading.None() -> {}
      }
      at = waits ? at : next(held, end);
    }
    out.append(held, passed, at);
    held.delete(0, at);
    return out.toString();
  }

  private String restored(Placeholder placeholder, String written) {
    return pseudonyms
        .valueOf(placeholder)
        .map(value -> channel == Channel.JSON ? escaped(value) : value)
        .orElse(written);
  }

  /** As it stands inside a string of JSON (RFC 8259). */
  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder(value.length() + 8);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> escaped.append('\\').append(c);
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        default -> {
          if (c < ' ') {
            escaped.append(String.format("\\u%04x", (int) c));
          } else {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }
}
