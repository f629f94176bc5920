package dev.terroir.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Why a fact of the catalogue is believed.
 *
 * @param claim the source's own words, shortened
 * @param date when it was collected
 * @param confidence {@code high}, {@code medium} or {@code low}
 */
public record Evidence(
    Optional<String> claim,
    String source,
    Optional<LocalDate> date,
    String confidence,
    Verification verified) {}
