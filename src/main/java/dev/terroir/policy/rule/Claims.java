package dev.terroir.policy.rule;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.vocabulary.Audience;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.Consent;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Payer;
import dev.terroir.policy.vocabulary.Purpose;
import dev.terroir.policy.vocabulary.Sector;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one source says about a request. What it is silent about is empty.
 *
 * @param countries in the order stated
 * @param language a primary BCP-47 tag
 * @param age of the person who is answered, in years
 * @param subjects how many people the data is about
 */
public record Claims(
    List<Jurisdiction> countries,
    Set<Sector> sectors,
    Set<DataClass> data,
    Set<Purpose> purposes,
    Set<Audience> audiences,
    Set<Payer> payers,
    Set<Consent> consents,
    Optional<String> language,
    OptionalInt age,
    OptionalLong subjects) {

  /** Says nothing. */
  public static final Claims SILENT =
      new Claims(
          List.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalLong.empty());

  public Claims {
    countries = List.copyOf(countries);
    sectors = Set.copyOf(sectors);
    data = Set.copyOf(data);
    purposes = Set.copyOf(purposes);
    audiences = Set.copyOf(audiences);
    payers = Set.copyOf(payers);
    consents = Set.copyOf(consents);
  }

  /**
   * These claims with a weaker source heard. On what {@code trusted} names the weaker source has
   * the last word; on everything else it can only narrow: it adds values, lowers the age and raises
   * the number of people, and cannot give consent.
   */
  public Claims hearing(Claims weaker, Set<Claim> trusted) {
    if (weaker.equals(SILENT)) {
      return this;
    }
    return new Claims(
        merge(countries, weaker.countries, trusted.contains(Claim.COUNTRY)),
        merge(sectors, weaker.sectors, trusted.contains(Claim.SECTOR)),
        mergeData(weaker.data, trusted.contains(Claim.DATA)),
        merge(purposes, weaker.purposes, trusted.contains(Claim.PURPOSE)),
        mergeOpen(audiences, weaker.audiences, trusted.contains(Claim.AUDIENCE)),
        mergeOpen(payers, weaker.payers, trusted.contains(Claim.PAYER)),
        trusted.contains(Claim.CONSENT) ? union(consents, weaker.consents) : consents,
        weaker.language.isPresent() ? weaker.language : language,
        youngest(weaker.age, trusted.contains(Claim.AGE)),
        most(weaker.subjects, trusted.contains(Claim.SUBJECTS)));
  }

  private static List<Jurisdiction> merge(
      List<Jurisdiction> own, List<Jurisdiction> weaker, boolean replace) {
    return replace && !weaker.isEmpty()
        ? weaker
        : List.copyOf(union(new LinkedHashSet<>(own), new LinkedHashSet<>(weaker)));
  }

  private static <T> Set<T> merge(Set<T> own, Set<T> weaker, boolean replace) {
    return replace && !weaker.isEmpty() ? weaker : union(own, weaker);
  }

  /** Silence about data means personal data, which a weaker word cannot lower to public. */
  private Set<DataClass> mergeData(Set<DataClass> weaker, boolean replace) {
    Set<DataClass> own = data.isEmpty() ? Set.of(DataClass.PERSONAL) : data;
    return merge(own, weaker, replace);
  }

  /** As {@link #merge}, for facts whose silence means anything: a weaker word cannot end that. */
  private static <T> Set<T> mergeOpen(Set<T> own, Set<T> weaker, boolean replace) {
    return own.isEmpty() && !replace ? own : merge(own, weaker, replace);
  }

  private static <T> Set<T> union(Set<T> own, Set<T> weaker) {
    Set<T> both = new LinkedHashSet<>(own);
    both.addAll(weaker);
    return both;
  }

  private OptionalInt youngest(OptionalInt weaker, boolean replace) {
    if (age.isEmpty() || weaker.isEmpty() || replace) {
      return weaker.isPresent() ? weaker : age;
    }
    return OptionalInt.of(Math.min(age.getAsInt(), weaker.getAsInt()));
  }

  private OptionalLong most(OptionalLong weaker, boolean replace) {
    if (replace) {
      return weaker.isPresent() ? weaker : subjects;
    }
    return subjects.isEmpty() || weaker.isEmpty()
        ? subjects
        : OptionalLong.of(Math.max(subjects.getAsLong(), weaker.getAsLong()));
  }
}
