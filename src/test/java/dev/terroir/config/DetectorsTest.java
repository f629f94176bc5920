package dev.terroir.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DetectorsTest {

  private static TerroirSettings.Language settings(Map<String, String> set) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(TerroirSettings.class)
        .withSources(new PropertiesConfigSource(set, "test", 100))
        .build()
        .getConfigMapping(TerroirSettings.class)
        .language();
  }

  @Test
  void isBuiltInUnlessAsked() {
    TerroirSettings.Language settings = settings(Map.of());
    assertThat(settings.detector()).isEqualTo(TerroirSettings.Language.Detector.BUILT_IN);
    assertThat(settings.cld2Library()).isEqualTo("libcld2.so.0");
    assertThat(settings.cld2Tables()).isEqualTo("libcld2_full.so.0");
    assertThat(Detectors.of(settings, task -> {}).detect("12345").isDetermined()).isFalse();
  }

  @Test
  void refusesToStartWithoutTheLibraryThatIsAskedFor() {
    TerroirSettings.Language settings =
        settings(
            Map.of(
                "terroir.language.detector",
                "cld2",
                "terroir.language.cld2-tables",
                "/no/such/libcld2_full.so"));
    assertThatThrownBy(() -> Detectors.of(settings, Runnable::run))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("terroir.language.detector")
        .hasMessageContaining("terroir.language.cld2-tables")
        .hasMessageContaining("/no/such/libcld2_full.so");
  }
}
