package dev.terroir.workshop.survey;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Sector;
import java.util.Optional;

/**
 * A kind of request: a company at home in {@code country} asks, in {@code language}.
 *
 * @param sector nothing for a request of no particular sector
 * @param language a primary BCP-47 tag
 */
public record Situation(
    Jurisdiction country, Optional<Sector> sector, DataClass data, String language) {

  /** The sector as it is written, or {@code any}. */
  public String sectorWord() {
    return sector.map(Sector::word).orElse("any");
  }
}
