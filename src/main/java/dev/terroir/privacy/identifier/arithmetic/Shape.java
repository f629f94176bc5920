package dev.terroir.privacy.identifier.arithmetic;

/** Which characters stand where; what all the other arithmetic may rely upon. */
public final class Shape {

  private Shape() {}

  /**
   * Whether {@code text} has the length of {@code mask} and its characters: {@code #} stands for a
   * digit, {@code @} for a letter in upper case, {@code *} for either, others for themselves.
   */
  public static boolean fits(Compact text, String mask) {
    if (text.length() != mask.length()) {
      return false;
    }
    for (int i = 0; i < mask.length(); i++) {
      if (!fits(text.charAt(i), mask.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(char character, char wanted) {
    return switch (wanted) {
      case '#' -> isDigit(character);
      case '@' -> isLetter(character);
      case '*' -> isDigit(character) || isLetter(character);
      default -> character == wanted;
    };
  }

  public static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  public static boolean isLetter(char character) {
    return character >= 'A' && character <= 'Z';
  }

  public static boolean isAmong(char character, String set) {
    return set.indexOf(character) >= 0;
  }

  /** Whether all characters from {@code from} to before {@code to} are in {@code set}. */
  public static boolean areAmong(Compact text, int from, int to, String set) {
    for (int i = from; i < to; i++) {
      if (!isAmong(text.charAt(i), set)) {
        return false;
      }
    }
    return true;
  }
}
