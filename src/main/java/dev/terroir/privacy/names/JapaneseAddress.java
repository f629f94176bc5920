package dev.terroir.privacy.names;

/** Japanese addresses: a postcode or a prefecture, towns, and the numbers of block and house. */
final class JapaneseAddress {

  private static final int REACH = 50;
  private static final String TOWNS = "市区町村郡";
  private static final String COUNTERS = "丁目番地号室階棟";

  long fromPostmark(String text, int start, int end) {
    int first = HouseNumber.digits(text, Words.skipSpaces(text, end, Words.limit(text, end, 2)));
    int dash = isDash(text, first) ? first + 1 : first;
    int code = HouseNumber.digits(text, dash);
    if (first - end < 3 || code < dash) {
      return Range.NONE;
    }
    int block = code;
    while (block < code + 3 && Words.isBlank(Words.kind(text, block))) {
      block++;
    }
    int behind = Letters.isJapanese(Words.kind(text, block)) ? block(text, block) : block;
    return Range.of(start, behind > block ? behind : code);
  }

  /** From a prefecture on: a town must follow, and a number with a dash or a counter behind it. */
  long fromRegion(String text, int start, int end) {
    boolean town = false;
    int limit = Words.limit(text, end, REACH / 2);
    int at = end;
    while (at < limit && Words.kind(text, at) != Letters.DIGIT) {
      byte kind = Words.kind(text, at);
      boolean inName = town && kind == Letters.HIRAGANA && !isPostposition(text, at);
      if (kind != Letters.KANJI && kind != Letters.KATAKANA && !inName) {
        return Range.NONE;
      }
      town |= TOWNS.indexOf(text.charAt(at)) >= 0;
      at++;
    }
    int digits = HouseNumber.digits(text, at);
    boolean block = isDash(text, digits) || COUNTERS.indexOf(Words.at(text, digits)) >= 0;
    return town && digits > at && block ? Range.of(start, block(text, at)) : Range.NONE;
  }

  /** は behind a town is no part of a name, and の is only before another name. */
  private static boolean isPostposition(String text, int at) {
    boolean behindTown = TOWNS.indexOf(text.charAt(at - 1)) >= 0;
    return text.charAt(at) == 'の'
        ? Words.kind(text, at + 1) != Letters.KANJI
        : behindTown && "はにでをがへともや".indexOf(text.charAt(at)) >= 0;
  }

  /** Behind the last number and counter of the address at {@code from}, or {@code from}. */
  private static int block(String text, int from) {
    int limit = Words.limit(text, from, REACH);
    int end = from;
    int at = from;
    for (; at < limit; at++) {
      byte kind = Words.kind(text, at);
      boolean number = end > from;
      if (kind == Letters.DIGIT || (number && COUNTERS.indexOf(text.charAt(at)) >= 0)) {
        end = at + 1;
      } else if (number ? !joins(text, at) : !Letters.isJapanese(kind)) {
        break;
      }
    }
    return end == from ? end : building(text, end);
  }

  private static boolean joins(String text, int at) {
    boolean joint = isDash(text, at) || text.charAt(at) == 'の';
    return joint && Words.kind(text, at + 1) == Letters.DIGIT;
  }

  private static boolean isDash(String text, int at) {
    return Letters.fold(Words.at(text, at)) == '-' || "ー–—".indexOf(Words.at(text, at)) >= 0;
  }

  /** A house's name and the number of a room may follow a space. */
  private static int building(String text, int end) {
    int at = end + 1;
    int limit = Words.limit(text, at, 20);
    while (Words.kind(text, end) == Letters.SPACE
        && at < limit
        && Letters.isJapanese(Words.kind(text, at))) {
      at++;
    }
    int digits = HouseNumber.digits(text, at);
    boolean room = digits > at && at > end + 2 && COUNTERS.indexOf(Words.at(text, digits)) >= 0;
    int behind = digits;
    while (room && COUNTERS.indexOf(Words.at(text, behind)) >= 0) {
      behind++;
    }
    return room ? behind : end;
  }
}
