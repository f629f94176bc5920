package dev.terroir.config;

import dev.terroir.language.LanguageDetector;
import dev.terroir.language.LibraryMissing;
import java.util.concurrent.Executor;

/** Makes the detector of languages that the settings ask for, or says which setting is wrong. */
final class Detectors {

  private Detectors() {}

  /**
   * @throws IllegalStateException when a library is not there: guessing otherwise than asked is no
   *     answer to that
   */
  static LanguageDetector of(TerroirSettings.Language settings, Executor background) {
    return switch (settings.detector()) {
      case BUILT_IN -> new LanguageDetector(background);
      case CLD2 -> cld2(settings);
    };
  }

  private static LanguageDetector cld2(TerroirSettings.Language settings) {
    try {
      return LanguageDetector.cld2(settings.cld2Library(), settings.cld2Tables());
    } catch (LibraryMissing missing) {
      boolean isTables = missing.library().equals(settings.cld2Tables());
      throw new IllegalStateException(
          "terroir.language.detector is `cld2`, and `"
              + missing.library()
              + "` cannot be loaded as CLD2: install it (Debian: libcld2-0), set "
              + (isTables ? "terroir.language.cld2-tables" : "terroir.language.cld2-library")
              + " to where it is, or unset terroir.language.detector",
          missing);
    }
  }
}
