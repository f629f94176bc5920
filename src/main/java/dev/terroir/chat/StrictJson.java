package dev.terroir.chat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON that means one thing only. Refused are what readers differ on: a key twice (also when
 * one of them is escaped), text after the document, invalid or overlong UTF-8, other encodings, a
 * byte-order mark, numbers out of range, lone surrogates, and what is too deep or too much.
 */
public final class StrictJson {

  static final int DEEPEST = 64;
  private static final int MOST_VALUES = 100_000;

  private final JsonParser parser;
  private final boolean halves;
  private int values;

  /**
   * @param halves whether a text may hold half of a surrogate pair
   */
  private StrictJson(JsonParser parser, boolean halves) {
    this.parser = parser;
    this.halves = halves;
  }

  /** What became of a text. */
  public sealed interface Reading {
    record Document(JsonNode root) implements Reading {}

    /**
     * @param param the place in the document, as in {@code messages[0].role}; empty for the whole
     */
    record Malformed(String message, String param) implements Reading {}
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message, null, false, false);
    }
  }

  public static Reading read(Buffer text) {
    return read(text, false);
  }

  /**
   * Reads one piece of something longer: a text may hold half of a surrogate pair, whose other half
   * another piece holds. It has to be mended before it is written.
   */
  public static Reading readPiece(Buffer text) {
    return read(text, true);
  }

  private static Reading read(Buffer text, boolean halves) {
    byte[] bytes = text.getBytes();
    if (!ByteBufUtil.isText(Unpooled.wrappedBuffer(bytes), StandardCharsets.UTF_8)) {
      return new Reading.Malformed("the body is not valid UTF-8", "");
    }
    try (JsonParser parser = Json.FACTORY.createParser(bytes)) {
      return new StrictJson(parser, halves).document();
    } catch (IOException e) {
      return new Reading.Malformed("the body is not JSON", "");
    }
  }

  private Reading document() throws IOException {
    try {
      if (parser.nextToken() == null) {
        return new Reading.Malformed("the body is empty", "");
      }
      JsonNode root = value(0);
      if (parser.nextToken() != null) {
        return new Reading.Malformed("there is text after the JSON document", "");
      }
      return new Reading.Document(root);
    } catch (Refused e) {
      return new Reading.Malformed(String.valueOf(e.getMessage()), path());
    } catch (StreamConstraintsException e) {
      return new Reading.Malformed("a name, number or nesting in the body is too long", path());
    } catch (JsonProcessingException e) {
      String where =
          "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
      return new Reading.Malformed("the body is not JSON: " + where, "");
    }
  }

  private String path() {
    String pointer = parser.getParsingContext().pathAsPointer().toString();
    return pointer.replaceFirst("^/", "").replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.');
  }

  private JsonNode value(int depth) throws IOException, Refused {
    if (depth > DEEPEST) {
      throw new Refused("the body is nested more than " + DEEPEST + " deep");
    }
    if (++values > MOST_VALUES) {
      throw new Refused("the body has more than " + MOST_VALUES + " values");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_STRING -> Json.NODES.textNode(text());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> decimal();
      case VALUE_TRUE -> Json.NODES.booleanNode(true);
      case VALUE_FALSE -> Json.NODES.booleanNode(false);
      case VALUE_NULL -> Json.NODES.nullNode();
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new Refused("the body is not JSON");
    };
  }

  private ObjectNode object(int depth) throws IOException, Refused {
    ObjectNode object = Json.NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = wellFormed(parser.currentName());
      if (name.indexOf('\0') >= 0) {
        throw new Refused("a key holds the character U+0000");
      }
      if (object.has(name)) {
        throw new Refused("the key is there twice");
      }
      parser.nextToken();
      object.set(name, value(depth + 1));
    }
    return object;
  }

  private ArrayNode array(int depth) throws IOException, Refused {
    ArrayNode array = Json.NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(depth + 1));
    }
    return array;
  }

  private JsonNode integer() throws IOException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> Json.NODES.numberNode(parser.getLongValue());
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL ->
          Json.NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private JsonNode decimal() throws IOException, Refused {
    try {
      BigDecimal decimal = parser.getDecimalValue();
      if (Double.isInfinite(decimal.doubleValue())) {
        throw new Refused("the number is out of range");
      }
      return Json.NODES.numberNode(decimal);
    } catch (NumberFormatException e) {
      throw new Refused("the number is out of range"); // its exponent alone is
    }
  }

  private String text() throws IOException, Refused {
    String text = parser.getText();
    return halves ? text : wellFormed(text);
  }

  /** A lone surrogate can only come from an escape; it could not be written again as UTF-8. */
  private static String wellFormed(String text) throws Refused {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          throw new Refused("a string holds half of a surrogate pair");
        }
        i++;
      }
    }
    return text;
  }
}
