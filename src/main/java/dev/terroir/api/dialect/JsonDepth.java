package dev.terroir.api.dialect;

/** Follows a JSON object that comes in pieces, to tell when it is whole. Holds none of it. */
final class JsonDepth {

  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean begun;

  void read(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (inString) {
        inString = escaped || c != '"';
        escaped = !escaped && c == '\\';
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        begun = true;
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
  }

  /** Whether an object has begun and ended. */
  boolean isWhole() {
    return begun && depth <= 0 && !inString;
  }
}
