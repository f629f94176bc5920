package dev.terroir.catalog;

import java.time.LocalDate;

/**
 * A result that says how good a model is in a language: published, or an operator's own.
 *
 * @param language a primary BCP-47 tag
 * @param grade what it comes to
 * @param date when it was collected or measured
 */
public record LanguageEvidence(
    ModelId model,
    String language,
    LanguageGrade grade,
    String benchmark,
    String result,
    String source,
    LocalDate date) {}
