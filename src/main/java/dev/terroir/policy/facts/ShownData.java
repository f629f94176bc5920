package dev.terroir.policy.facts;

import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.privacy.identifier.NationalIdentifier;
import dev.terroir.privacy.identifier.NationalIdentifiers;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The classes of data that a text shows: by what stands in it, by the sector it is said to belong
 * to, and by the age that is stated. They are added to what is said of the data; nothing that a
 * text shows takes a class away.
 */
final class ShownData {

  /** Every class that a text can show. */
  static final long POSSIBLE =
      DataClass.bitsOf(
          EnumSet.of(
              DataClass.PERSONAL,
              DataClass.HEALTH,
              DataClass.FINANCIAL,
              DataClass.CHILDREN,
              DataClass.LEGAL_PERSON));

  private static final Set<Sector> FINANCE =
      EnumSet.of(Sector.FINANCE, Sector.PAYMENTS, Sector.INSURANCE);

  private static final int ADULT = 18;

  private ShownData() {}

  /**
   * The classes, with every wider one, as a mask. Names are looked for only where it would say more
   * that somebody is meant.
   *
   * @param said the classes that are known anyway, as a mask
   */
  static long bits(long said, Insight insight, Claims claims) {
    EnumSet<DataClass> shown = EnumSet.noneOf(DataClass.class);
    insight.kinds().forEach(kind -> add(kind, shown));
    Set<DataClass> ofPeople = ofPeople(claims);
    boolean saysMore = (DataClass.bitsOf(ofPeople) & ~said) != 0;
    if (isAboutPeople(shown) || (saysMore && insight.showsSomebody())) {
      shown.addAll(ofPeople);
    }
    return DataClass.bitsOf(shown);
  }

  /** A number of an organisation tells of nobody. */
  private static boolean isAboutPeople(Set<DataClass> shown) {
    return shown.stream().anyMatch(it -> it != DataClass.LEGAL_PERSON);
  }

  private static void add(String kind, Set<DataClass> shown) {
    switch (kind) {
      case "email", "phone", "ip" -> shown.add(DataClass.PERSONAL);
      default ->
          NationalIdentifiers.find(kind).ifPresent(identifier -> shown.add(classOf(identifier)));
    }
  }

  private static DataClass classOf(NationalIdentifier identifier) {
    return switch (identifier.kind()) {
      case HEALTH -> DataClass.HEALTH;
      case FINANCE -> DataClass.FINANCIAL;
      case ORG -> DataClass.LEGAL_PERSON;
      case TAX, SOCIAL, NATIONAL, DEVICE, PASSPORT ->
          identifier.subject() == NationalIdentifier.Subject.ORGANISATION
              ? DataClass.LEGAL_PERSON
              : DataClass.PERSONAL;
    };
  }

  /**
   * What data is where somebody is meant: in a clinic's request a patient's number is health data,
   * whatever the number itself is.
   */
  private static Set<DataClass> ofPeople(Claims claims) {
    EnumSet<DataClass> classes = EnumSet.of(DataClass.PERSONAL);
    if (claims.sectors().contains(Sector.HEALTH)) {
      classes.add(DataClass.HEALTH);
    }
    if (!Collections.disjoint(claims.sectors(), FINANCE)) {
      classes.add(DataClass.FINANCIAL);
    }
    if (claims.age().orElse(ADULT) < ADULT) {
      classes.add(DataClass.CHILDREN);
    }
    return classes;
  }
}
