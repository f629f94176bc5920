package dev.terroir.policy.vocabulary;

import java.util.Collection;

/**
 * The class of the data in a request. Classes nest: health data is sensitive, and sensitive data is
 * personal; a rule on personal data speaks of all of them.
 */
@SuppressWarnings("EnumOrdinal") // a bit of a mask, never stored
public enum DataClass implements Word {
  PUBLIC(0),
  PERSONAL(0),
  SENSITIVE(PERSONAL.bits),
  HEALTH(SENSITIVE.bits),
  BIOMETRIC(SENSITIVE.bits),
  GENETIC(SENSITIVE.bits),
  CRIMINAL(SENSITIVE.bits),
  POLITICAL(SENSITIVE.bits),
  RELIGION(SENSITIVE.bits),
  ETHNIC(SENSITIVE.bits),
  SEX_LIFE(SENSITIVE.bits),
  TRADE_UNION(SENSITIVE.bits),
  FINANCIAL(PERSONAL.bits),
  PAYMENT_TRANSACTION(FINANCIAL.bits),
  CREDIT_INFORMATION(FINANCIAL.bits),
  CHILDREN(PERSONAL.bits),
  PROFESSIONAL_SECRET(PERSONAL.bits),
  SOCIAL(PERSONAL.bits),
  LOCATION(PERSONAL.bits),
  EDUCATION_RECORD(PERSONAL.bits),
  GOVERNMENT(0),
  CLASSIFIED(0),
  IMPORTANT(0),
  EXPORT_CONTROLLED(0),
  PATIENT_RECORD(HEALTH.bits),
  NATIONAL_HEALTH_RECORD(PATIENT_RECORD.bits),
  NEURAL(SENSITIVE.bits),
  COMMUNICATIONS(PERSONAL.bits),
  SUBSCRIBER(PERSONAL.bits),
  MARITAL(PERSONAL.bits),
  PUBLIC_REGISTER(PERSONAL.bits),
  LEGAL_PERSON(0),
  CORE(IMPORTANT.bits),
  GEOSPATIAL(0);

  private final long bits;

  DataClass(long wider) {
    this.bits = 1L << ordinal() | wider;
  }

  /** This class and every wider one that it is part of, one bit each. */
  public long withWider() {
    return bits;
  }

  /** All of {@code classes} with the wider ones; public only where there is nothing else. */
  public static long bitsOf(Collection<DataClass> classes) {
    long all = 0;
    for (DataClass dataClass : classes) {
      all |= dataClass.bits;
    }
    return all == PUBLIC.bits ? all : all & ~PUBLIC.bits;
  }
}
