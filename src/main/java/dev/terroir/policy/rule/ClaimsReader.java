package dev.terroir.policy.rule;

import dev.terroir.jurisdiction.Iso3166;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.vocabulary.Audience;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.Consent;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Payer;
import dev.terroir.policy.vocabulary.Purpose;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.policy.vocabulary.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Reads what a caller says about a request. Values are matched as written and never folded. */
public final class ClaimsReader {

  private static final Map<String, Claim> METADATA = metadataNames();

  private final Map<Claim, String> stated;

  private ClaimsReader(Map<Claim, String> stated) {
    this.stated = stated;
  }

  /** What became of them. */
  public sealed interface Reading {
    record Read(Claims claims) implements Reading {}

    /**
     * @param code {@code unknown_country} or {@code unknown_value}
     */
    record Faulty(String code, String message, Claim claim) implements Reading {}
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reading.Faulty fault;

    Refused(Reading.Faulty fault) {
      super(fault.message(), null, false, false);
      this.fault = fault;
    }
  }

  public static Reading read(Map<Claim, String> stated) {
    if (stated.isEmpty()) {
      return new Reading.Read(Claims.SILENT);
    }
    try {
      return new Reading.Read(new ClaimsReader(stated).claims());
    } catch (Refused e) {
      return e.fault;
    }
  }

  /** The header that states a claim: {@code Terroir-Country}. */
  public static String header(Claim claim) {
    String word = claim.word();
    return "Terroir-" + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static Map<String, Claim> metadataNames() {
    Map<String, Claim> names = new HashMap<>();
    for (Claim claim : Claim.values()) {
      names.put("terroir_" + claim.word(), claim);
    }
    return names;
  }

  /** The claim that an entry of the body's metadata states; nothing for others' entries. */
  public static Optional<Claim> ofMetadata(String name) {
    return Optional.ofNullable(METADATA.get(name));
  }

  private Claims claims() {
    return new Claims(
        values(Claim.COUNTRY, this::country),
        words(Claim.SECTOR, Sector.class),
        words(Claim.DATA, DataClass.class),
        words(Claim.PURPOSE, Purpose.class),
        words(Claim.AUDIENCE, Audience.class),
        words(Claim.PAYER, Payer.class),
        words(Claim.CONSENT, Consent.class),
        values(Claim.LANGUAGE, this::language).stream().findFirst(),
        age(),
        subjects());
  }

  private Jurisdiction country(String raw) {
    return Jurisdiction.parse(raw)
        .orElseThrow(
            () -> {
              String hint = Iso3166.hint(raw).map(text -> ": " + text).orElse("");
              String message =
                  "no country has this code: give ISO 3166-1 alpha-2 or ISO 3166-2 in capitals";
              return refused("unknown_country", message + hint, Claim.COUNTRY);
            });
  }

  private String language(String raw) {
    if (!raw.matches("[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")) {
      throw refused("unknown_value", "give a BCP-47 tag, as in `de` or `pt-BR`", Claim.LANGUAGE);
    }
    return raw.split("-", 2)[0];
  }

  private OptionalInt age() {
    return values(Claim.AGE, raw -> number(Claim.AGE, raw, 150)).stream()
        .mapToInt(Math::toIntExact)
        .min();
  }

  private OptionalLong subjects() {
    return values(Claim.SUBJECTS, raw -> number(Claim.SUBJECTS, raw, 999_999_999_999L)).stream()
        .mapToLong(Long::longValue)
        .max();
  }

  private static Long number(Claim claim, String raw, long most) {
    if (!raw.matches("\\d{1,12}") || Long.parseLong(raw) > most) {
      throw refused("unknown_value", "give a whole number from 0 to " + most, claim);
    }
    return Long.valueOf(raw);
  }

  private <E extends Enum<E> & Word> Set<E> words(Claim claim, Class<E> vocabulary) {
    return new LinkedHashSet<>(
        values(
            claim,
            raw ->
                Word.find(vocabulary, raw)
                    .orElseThrow(
                        () ->
                            refused(
                                "unknown_value", "give any of " + Word.all(vocabulary), claim))));
  }

  private <T> List<T> values(Claim claim, Function<String, T> parse) {
    List<T> values = new ArrayList<>();
    if (stated.containsKey(claim)) {
      for (String raw : stated.getOrDefault(claim, "").split(",", -1)) {
        values.add(parse.apply(raw.startsWith(" ") ? raw.substring(1) : raw));
      }
    }
    return values;
  }

  private static Refused refused(String code, String message, Claim claim) {
    return new Refused(new Reading.Faulty(code, message, claim));
  }
}
