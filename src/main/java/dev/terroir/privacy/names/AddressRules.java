package dev.terroir.privacy.names;

/** Decides whether an address stands at a number, or at a word that announces one. */
final class AddressRules {

  private final NumberedStreet numbered;
  private final NamedStreet named;
  private final Dwelling dwelling;
  private final JapaneseAddress japanese;
  private final AddressLine line;

  AddressRules(CueFile file) {
    WordSet nobody = file.words("nobody");
    AddressTail tail =
        new AddressTail(nobody, file.words("place-particle"), file.words("address-unit"));
    numbered = new NumberedStreet(file, tail);
    named = new NamedStreet(file, tail);
    dwelling = new Dwelling(nobody);
    japanese = new JapaneseAddress();
    line = new AddressLine();
  }

  static boolean knows(Cue cue) {
    return switch (cue.announced()) {
      case STREET, WEAK_STREET, TOWN_STREET, DWELLING, REGION, POSTMARK, ADDRESS_LABEL -> true;
      case INTRODUCTION, STATEMENT, TITLE, SALUTATION, GREETING, SIGN_OFF, LABEL, ROLE, HONORIFIC ->
          false;
    };
  }

  /**
   * @param floor before which nothing may start
   */
  long atNumber(String text, int at, int floor) {
    return numbered.read(text, at, floor);
  }

  long read(String text, Cue cue, int start, int end) {
    return switch (cue.announced()) {
      case STREET -> named.read(text, start, end, NamedStreet.Needs.NUMBER);
      case WEAK_STREET -> named.read(text, start, end, NamedStreet.Needs.CAPITAL_OR_TOWN);
      case TOWN_STREET -> named.read(text, start, end, NamedStreet.Needs.TOWN);
      case DWELLING -> dwelling.read(text, start, end);
      case REGION -> japanese.fromRegion(text, start, end);
      case POSTMARK -> japanese.fromPostmark(text, start, end);
      case ADDRESS_LABEL -> line.read(text, start, end);
      case INTRODUCTION, STATEMENT, TITLE, SALUTATION, GREETING, SIGN_OFF, LABEL, ROLE, HONORIFIC ->
          Range.NONE;
    };
  }
}
