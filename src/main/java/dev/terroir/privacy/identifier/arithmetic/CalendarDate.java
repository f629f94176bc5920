package dev.terroir.privacy.identifier.arithmetic;

/** Whether a day exists in the Gregorian calendar; days to come exist as well. */
public final class CalendarDate {

  private CalendarDate() {}

  public static boolean exists(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
  }

  /** The same for a year of two digits: 29 February 00 exists, in 2000. */
  public static boolean existsInSomeCentury(int year, int month, int day) {
    return exists(2000 + year, month, day);
  }

  private static int days(int year, int month) {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }
}
