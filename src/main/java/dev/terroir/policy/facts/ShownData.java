package dev.terroir.policy.facts;

import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.privacy.identifier.NationalIdentifier;
import dev.terroir.privacy.identifier.NationalIdentifiers;
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

  private static final int ADULT = 18;

  private ShownData() {}

  /** The classes, with every wider one, as a mask. */
  static long bits(Set<String> kinds, Claims claims) {
    if (kinds.isEmpty()) {
      return 0;
    }
    EnumSet<DataClass> shown = EnumSet.noneOf(DataClass.class);
    kinds.forEach(kind -> add(kind, shown));
    boolean aboutPeople = shown.stream().anyMatch(it -> it != DataClass.LEGAL_PERSON);
    if (aboutPeople) {
      addBySector(claims.sectors(), shown);
      if (claims.age().orElse(ADULT) < ADULT) {
        shown.add(DataClass.CHILDREN);
      }
    }
    return DataClass.bitsOf(shown);
  }

  private static void add(String kind, Set<DataClass> shown) {
    switch (kind) {
      case "email", "phone", "ip", "person", "address" -> shown.add(DataClass.PERSONAL);
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

  /** A patient's number in a clinic's request is health data, whatever the number itself is. */
  private static void addBySector(Set<Sector> sectors, Set<DataClass> shown) {
    if (sectors.contains(Sector.HEALTH)) {
      shown.add(DataClass.HEALTH);
    }
    if (sectors.contains(Sector.FINANCE)
        || sectors.contains(Sector.PAYMENTS)
        || sectors.contains(Sector.INSURANCE)) {
      shown.add(DataClass.FINANCIAL);
    }
  }
}
