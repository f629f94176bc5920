package dev.terroir.jurisdiction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The officially assigned alpha-2 codes of ISO 3166-1, kept here so that they do not change with
 * the Java runtime.
 */
public final class Iso3166 {

  private static final String CODES =
      "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR"
          + " BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK"
          + " DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP"
          + " GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE"
          + " KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH"
          + " MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ"
          + " OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH"
          + " SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV"
          + " TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

  private static final Set<String> COUNTRIES = Set.copyOf(List.of(CODES.split(" ")));

  private static final Map<String, String> HINTS =
      Map.of(
          "UK", "the United Kingdom is `GB`",
          "EL", "Greece is `GR`",
          "EU", "the European Union is no country: name the member state",
          "EEA", "the European Economic Area is no country: name the member state");

  private Iso3166() {}

  /** Whether {@code code} is an assigned alpha-2 code, exactly as written. */
  public static boolean isCountry(String code) {
    return COUNTRIES.contains(code);
  }

  /** Every assigned code, sorted. */
  public static Set<String> countries() {
    return new TreeSet<>(COUNTRIES);
  }

  /** What a caller who wrote {@code code} probably meant, for the codes that are often mistaken. */
  public static Optional<String> hint(String code) {
    return Optional.ofNullable(HINTS.get(code));
  }
}
