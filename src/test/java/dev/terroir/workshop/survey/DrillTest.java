package dev.terroir.workshop.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Sector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DrillTest {

  /** Every sector, and none. */
  private static final int SECTORS = Sector.values().length + 1;

  private static DrillReport drill(Library now, Library then, DataClass data, String... cuts) {
    List<Cut> read = List.of(cuts).stream().map(text -> Worlds.cut(text, then)).toList();
    return Drill.run(now, then, read, Worlds.scope(now, data));
  }

  private static DrillReport drill(DataClass data, String... cuts) {
    Library library = Worlds.library();
    return drill(library, library, data, cuts);
  }

  private static DrillReport.Country country(DrillReport report, String code) {
    return report.countries().stream()
        .filter(it -> it.code().equals(new Jurisdiction(code)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsCutOffGoesToTheNextLawfulDeployment() {
    // when
    DrillReport report = drill(DataClass.PERSONAL, "host=de");

    // then
    assertThat(report.cutOff()).isEqualTo(2);
    DrillReport.Language german = country(report, "DE").languages().getFirst();
    assertThat(german.tag()).isEqualTo("de");
    assertThat(german.servedBefore()).isEqualTo(SECTORS);
    assertThat(german.servedAfter()).isEqualTo(SECTORS);
    assertThat(german.firstBefore()).isEqualTo("one/model-one");
    assertThat(german.firstAfter()).isEqualTo("abroad/model-abroad");
    assertThat(german.refusedIn()).isEmpty();
  }

  @Test
  void whatNobodyElseMayServeIsRefused() {
    // when: Germany keeps health data at home
    DrillReport report = drill(DataClass.HEALTH, "located-in=DE");

    // then
    DrillReport.Country germany = country(report, "DE");
    assertThat(germany.before().served()).isEqualTo(SECTORS);
    assertThat(germany.after().served()).isZero();
    assertThat(germany.refused()).isEqualTo(SECTORS);
    assertThat(germany.languages().getFirst().refusedIn()).contains("any/health", "media/health");
    assertThat(country(report, "IN").refused()).isZero();
  }

  @Test
  void anEndOfExportsConcernsEverybodyElse() {
    // when: everything in the small world is made in Germany
    DrillReport report = drill(DataClass.PERSONAL, "exports=DE");

    // then
    assertThat(country(report, "DE").refused()).isZero();
    assertThat(country(report, "IN").refused()).isEqualTo(SECTORS);
  }

  @Test
  void aSmallerModelIsALoss() {
    // given
    String models = Worlds.text("models/maker.yaml").replaceFirst("tier: small", "tier: frontier");
    Library now = Worlds.contents(Map.of("models/maker.yaml", models)).library();

    // when
    DrillReport report = drill(now, now, DataClass.PERSONAL, "model=model-one");

    // then
    assertThat(country(report, "DE").languages().getFirst().losses())
        .isEqualTo(Map.of("frontier to small", SECTORS));
    assertThat(country(report, "DE").degraded()).isEqualTo(SECTORS);
  }

  @Test
  void anUndocumentedLanguageIsALoss() {
    // given
    Library then =
        Worlds.library("models/maker.yaml", "languages: [de, en, hi]", "languages: [en]");

    // when
    DrillReport report = drill(Worlds.library(), then, DataClass.PERSONAL);

    // then
    assertThat(country(report, "DE").languages().getFirst().losses())
        .containsExactly(Map.entry("language not documented", SECTORS));
  }

  @Test
  void dependenceIsTheShareOfFirstChoicesThatAPowerCouldCutOff() {
    // given: equals in Germany, made in different countries
    Library library =
        Worlds.contents(
                Map.of(
                    "countries/DE.yaml",
                    Worlds.text("countries/DE.yaml").replaceAll("(?s)prefer:.*", ""),
                    "models/maker.yaml",
                    Worlds.text("models/maker.yaml")
                        .replaceFirst("made-in: \\[DE\\]", "made-in: [DE, FR]"),
                    "hosts/de.yaml",
                    Worlds.text("hosts/de.yaml")
                        .replace(
                            "served-as: one-at-host", "served-as: one-at-host\n    weight: 300")))
            .library();

    // when
    Dependence dependence =
        country(drill(library, library, DataClass.PERSONAL), "DE").before().dependence();

    // then: three quarters go to `one`, which two countries made
    assertThat(dependence.origin().of()).containsOnlyKeys("DE", "FR");
    assertThat(dependence.origin().of().get("DE")).isEqualTo(1.0, within(1e-9));
    assertThat(dependence.origin().of().get("FR")).isEqualTo(0.75, within(1e-9));
    double german = 1 / 1.75;
    assertThat(dependence.origin().concentration())
        .isEqualTo(german * german + (1 - german) * (1 - german), within(1e-9));
    assertThat(dependence.control()).isEqualTo(dependence.place());
    assertThat(dependence.place().concentration()).isEqualTo(1.0, within(1e-9));
  }

  @Test
  void aCountryThatIsServedByNobodyDependsOnNobody() {
    DrillReport report = drill(DataClass.HEALTH, "located-in=DE");
    Dependence dependence = country(report, "DE").after().dependence();
    assertThat(dependence.origin().of()).isEmpty();
    assertThat(dependence.origin().concentration()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "maker, a cut is key=value",
    "=x, a cut is key=value",
    "maker=, a cut is key=value",
    "maker=nobody, there is no `nobody`",
    "located-in=Germany, there is no `Germany`",
    "region=eu, there is no `eu`",
    "certified=C5, `certified` cannot be cut",
    "colour=red, `colour` cannot be cut",
    "tier=huge, there is no `huge`"
  })
  void saysWhatIsWrongWithACut(String text, String message) {
    assertThat(Cut.read(text, Worlds.library()))
        .isInstanceOfSatisfying(
            Cut.Reading.Faulty.class, it -> assertThat(it.message()).contains(message));
  }

  @Test
  void aRegionIsThePlacesThatTheSettingsGiveIt() {
    // given
    Library library =
        Worlds.contents(
                Map.of(
                    "gateway.yaml",
                    Worlds.text("gateway.yaml") + "regions: [{id: south, places: [IN]}]\n"))
            .library();

    // when
    DrillReport report = drill(library, library, DataClass.PERSONAL, "region=south");

    // then
    assertThat(report.cutOff()).isEqualTo(1);
  }
}
