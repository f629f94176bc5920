package dev.terroir.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * Joins surrogate pairs that are split over two pieces: a server that cuts its text anywhere writes
 * each half as an escape, and a half alone can be written neither as UTF-8 nor looked through. A
 * half whose other half never comes becomes U+FFFD. Used from one thread at a time.
 */
public final class WholePairs implements TextStream {

  private static final char UNREADABLE = '\uFFFD';

  private final TextStream text;
  private String half = "";

  WholePairs(TextStream text) {
    this.text = text;
  }

  @Override
  public String accept(String piece) {
    String joined = half + piece;
    half = "";
    if (!joined.isEmpty() && Character.isHighSurrogate(joined.charAt(joined.length() - 1))) {
      half = joined.substring(joined.length() - 1);
      joined = joined.substring(0, joined.length() - 1);
    }
    return text.accept(whole(joined));
  }

  @Override
  public String finish() {
    return half.isEmpty() ? text.finish() : text.accept(whole(half)) + text.finish();
  }

  /** {@code root} without halves in any of its texts. */
  public static ObjectNode in(ObjectNode root) {
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      entry.setValue(mended(entry.getValue()));
    }
    return root;
  }

  private static JsonNode mended(JsonNode node) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, mended(array.get(i)));
      }
    }
    return switch (node) {
      case ObjectNode object -> in(object);
      case TextNode text -> Json.NODES.textNode(whole(text.asText()));
      default -> node;
    };
  }

  private static String whole(String text) {
    int at = 0;
    while (at < text.length() && !Character.isSurrogate(text.charAt(at))) {
      at++;
    }
    return at == text.length() ? text : mended(text, at);
  }

  private static String mended(String text, int from) {
    StringBuilder mended = new StringBuilder(text.length()).append(text, 0, from);
    int at = from;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      mended.appendCodePoint(isHalf ? UNREADABLE : point);
      at += Character.charCount(point);
    }
    return mended.toString();
  }
}
