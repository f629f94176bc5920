package dev.terroir.catalog;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something is kept, as an ISO 8601 duration of years, months, days and times. Compared
 * with a month of 30.4375 days, so that {@code P6M} and {@code P182D} can be ordered at all.
 */
public record Retention(String iso) implements Comparable<Retention> {

  private static final Pattern FORM = Pattern.compile("(P(?:\\d+[YMWD])*)(T(?:\\d+[HMS])+)?");
  private static final double DAYS_PER_MONTH = 30.4375;

  /**
   * @throws IllegalArgumentException when {@code iso} is not such a duration
   */
  public Retention {
    Matcher form = FORM.matcher(iso);
    if (!form.matches() || iso.length() < 3) {
      throw new IllegalArgumentException("not an ISO 8601 duration: `" + iso + "`");
    }
  }

  /** The length in seconds, months and years being averages. */
  public long seconds() {
    int time = iso.indexOf('T');
    String date = time < 0 ? iso : iso.substring(0, time);
    Period period = date.equals("P") ? Period.ZERO : Period.parse(date);
    double days = period.toTotalMonths() * DAYS_PER_MONTH + period.get(ChronoUnit.DAYS);
    long rest = time < 0 ? 0 : Duration.parse("P" + iso.substring(time)).toSeconds();
    return Math.round(days * Duration.ofDays(1).toSeconds()) + rest;
  }

  @Override
  public int compareTo(Retention other) {
    return Long.compare(seconds(), other.seconds());
  }

  @Override
  public String toString() {
    return iso;
  }
}
