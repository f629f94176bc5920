package dev.terroir.workshop.survey;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.vocabulary.Word;
import java.util.List;

/**
 * Kinds of requests of one country that two libraries treat differently, all in the same way.
 *
 * @param sectors as they are written; {@code any} for a request of no particular sector
 * @param data classes of data, as they are written
 * @param languages primary BCP-47 tags
 * @param before what they get now
 * @param after what they would get
 */
public record Change(
    Jurisdiction country,
    Kind kind,
    List<String> sectors,
    List<String> data,
    List<String> languages,
    String before,
    String after) {

  public Change {
    sectors = List.copyOf(sectors);
    data = List.copyOf(data);
    languages = List.copyOf(languages);
  }

  /** What is different, the gravest first. */
  public enum Kind implements Word {
    /** Served before, refused now. */
    REFUSED,
    /** Refused before, served now. */
    SERVED,
    /** Another deployment goes first. */
    FIRST_CHOICE,
    /** The same goes first, and others may or may not follow it. */
    LAWFUL,
    /** The same deployments, with other duties. */
    DUTIES
  }

  /** How many kinds of requests this is about. */
  public int size() {
    return sectors.size() * data.size() * languages.size();
  }
}
