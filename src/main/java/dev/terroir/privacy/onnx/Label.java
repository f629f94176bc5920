package dev.terroir.privacy.onnx;

import java.util.Locale;

/**
 * A label of a model, such as {@code B-PER}.
 *
 * @param opens whether a new name begins with it
 */
record Label(Meaning meaning, boolean opens) {

  /** What the models' words for it are reduced to. */
  enum Meaning {
    PERSON,
    /** A place, which is an address only where a number stands in it or next to it. */
    PLACE,
    /** A part of an address by its definition: a street, a postcode. */
    ADDRESS,
    OTHER
  }

  static Label of(String name) {
    boolean prefixed = name.length() > 2 && "-_".indexOf(name.charAt(1)) >= 0;
    String type = (prefixed ? name.substring(2) : name).toUpperCase(Locale.ROOT);
    boolean opens = prefixed && "BSU".indexOf(Character.toUpperCase(name.charAt(0))) >= 0;
    return new Label(meaning(type.replaceAll("[^A-Z]", "")), opens);
  }

  private static Meaning meaning(String type) {
    return switch (type) {
      case "PER",
          "PERSON",
          "PERS",
          "NAME",
          "FULLNAME",
          "GIVENNAME",
          "SURNAME",
          "FIRSTNAME",
          "LASTNAME",
          "MIDDLENAME" ->
          Meaning.PERSON;
      case "LOC", "LOCATION", "GPE", "PLACE" -> Meaning.PLACE;
      case "ADDR",
          "ADDRESS",
          "STREET",
          "STREETADDRESS",
          "SECONDARYADDRESS",
          "BUILDINGNUM",
          "BUILDINGNUMBER",
          "ZIPCODE",
          "POSTCODE" ->
          Meaning.ADDRESS;
      default -> Meaning.OTHER;
    };
  }
}
