package dev.terroir.gateway;

import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.ClaimsReader;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.Word;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes claims as a caller would. */
final class ClaimHeaders {

  private ClaimHeaders() {}

  static Map<String, String> of(Claims claims) {
    Map<String, String> headers = new HashMap<>();
    put(
        headers,
        Claim.COUNTRY,
        claims.countries().stream().map(code -> code.code()).collect(Collectors.joining(", ")));
    put(headers, Claim.SECTOR, words(claims.sectors()));
    put(headers, Claim.DATA, words(claims.data()));
    put(headers, Claim.PURPOSE, words(claims.purposes()));
    put(headers, Claim.AUDIENCE, words(claims.audiences()));
    put(headers, Claim.PAYER, words(claims.payers()));
    put(headers, Claim.CONSENT, words(claims.consents()));
    put(headers, Claim.LANGUAGE, claims.language().orElse(""));
    claims.age().ifPresent(age -> put(headers, Claim.AGE, Integer.toString(age)));
    claims.subjects().ifPresent(count -> put(headers, Claim.SUBJECTS, Long.toString(count)));
    return headers;
  }

  private static String words(Collection<? extends Word> words) {
    return words.stream().map(Word::word).collect(Collectors.joining(","));
  }

  private static void put(Map<String, String> headers, Claim claim, String value) {
    if (!value.isEmpty()) {
      headers.put(ClaimsReader.header(claim), value);
    }
  }
}
