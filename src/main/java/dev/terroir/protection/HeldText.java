package dev.terroir.protection;

import dev.terroir.privacy.pseudonym.Restorer.Channel;
import java.util.List;

/**
 * What has come of a text and has not been passed on: as it is written, and as it is read. In JSON
 * the two differ by escapes, and what is put into it stands inside a string or becomes one. Used
 * from one thread at a time.
 */
final class HeldText {

  /** What a character that is read is part of. */
  enum Place {
    TEXT('t'),
    /** A number of JSON, or one of its words. */
    VALUE('v'),
    /** A bracket, a quote or a space between, of JSON. */
    STRUCTURE('s');

    private final char sign;

    Place(char sign) {
      this.sign = sign;
    }

    private static Place of(char sign) {
      return sign == TEXT.sign ? TEXT : sign == VALUE.sign ? VALUE : STRUCTURE;
    }
  }

  /**
   * What is to be replaced.
   *
   * @param start in what is read; less than 0 where it has begun before that
   * @param label what is written in its place
   */
  record Cut(int start, int end, String label) {}

  private final StringBuilder written = new StringBuilder();
  private final StringBuilder read = new StringBuilder();

  /** The signs of what each character that is read is part of. */
  private final StringBuilder places = new StringBuilder();

  /** How many characters are written for each that is read. */
  private final StringBuilder lengths = new StringBuilder();

  private final JsonLetters json = new JsonLetters(this::add);
  private final Channel spelling;

  HeldText(Channel spelling) {
    this.spelling = spelling;
  }

  void accept(String piece) {
    written.append(piece);
    for (int i = 0; i < piece.length(); i++) {
      switch (spelling) {
        case PLAIN -> add(piece.charAt(i), 1, Place.TEXT);
        case JSON -> json.read(piece.charAt(i));
      }
    }
  }

  private void add(char c, int length, Place place) {
    read.append(c);
    places.append(place.sign);
    lengths.append((char) length);
  }

  int length() {
    return read.length();
  }

  char charAt(int index) {
    return read.charAt(index);
  }

  Place placeAt(int index) {
    return Place.of(places.charAt(index));
  }

  /** Whether the document that the text is has ended, so that nothing of it can follow. */
  boolean isWholeDocument() {
    return json.isWhole();
  }

  String read(int end) {
    return read.substring(0, end);
  }

  /** Forgets what is written for the first characters that are read. */
  void drop(int count) {
    written.delete(0, lengthOf(0, count));
    read.delete(0, count);
    places.delete(0, count);
    lengths.delete(0, count);
  }

  private int lengthOf(int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      length += lengths.charAt(i);
    }
    return length;
  }

  /** What is written and has not been read: an escape that has not ended. */
  String rest() {
    return written.substring(lengthOf(0, read.length()));
  }

  /**
   * Takes out the first characters that are read, as they are written.
   *
   * @param cuts in their order
   */
  String take(int end, List<Cut> cuts) {
    Taking taking = new Taking();
    for (Cut cut : cuts) {
      int stop = valueEnd(Math.min(cut.end(), end), end);
      int start = valueStart(Math.max(taking.at, Math.min(cut.start(), stop)), taking.at);
      taking.copy(start);
      taking.replace(stop, cut.label());
    }
    taking.copy(end);
    drop(end);
    return taking.out.toString();
  }

  /** A number of JSON is replaced whole: what is left of it would be none. */
  private int valueStart(int start, int first) {
    int at = start;
    while (at > first && at < length() && isValue(at) && isValue(at - 1)) {
      at--;
    }
    return at;
  }

  private int valueEnd(int end, int last) {
    int at = end;
    while (at > 0 && at < last && isValue(at - 1) && isValue(at)) {
      at++;
    }
    return at;
  }

  private boolean isValue(int index) {
    return placeAt(index) == Place.VALUE;
  }

  private final class Taking {
    private final StringBuilder out = new StringBuilder(written.length() + 16);
    private int at;
    private int atWritten;

    void copy(int to) {
      int length = lengthOf(at, to);
      out.append(written, atWritten, atWritten + length);
      skip(to, length);
    }

    private void skip(int to, int length) {
      atWritten += length;
      at = Math.max(at, to);
    }

    /** Quotes and brackets stay, so that a document stays one. */
    void replace(int to, String label) {
      while (at < to) {
        Place place = placeAt(at);
        int end = at + 1;
        while (end < to && placeAt(end) == place) {
          end++;
        }
        switch (place) {
          case TEXT -> out.append(label);
          case VALUE -> out.append('"').append(label).append('"');
          case STRUCTURE -> out.append(written, atWritten, atWritten + lengthOf(at, end));
        }
        skip(end, lengthOf(at, end));
      }
    }
  }
}
