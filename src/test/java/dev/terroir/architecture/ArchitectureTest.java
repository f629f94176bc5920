package dev.terroir.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.terroir.routing.Candidate;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards the direction of dependencies. */
final class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(PackageTable.ROOT);

  private static Stream<ArchRule> rules() {
    return Stream.concat(
        PackageTable.dependencies().stream(),
        Stream.of(
            PackageTable.coreKnowsNoFramework(),
            PackageTable.quarkusStaysOutside(),
            PackageTable.onlyProvidersCallOut()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(OURS);
  }

  /** With nothing imported every rule would hold. */
  @Test
  void looksAtTheWholeProduct() {
    assertThat(OURS.size()).isGreaterThan(200);
    List<String> packages =
        OURS.stream().map(type -> type.getPackageName()).distinct().sorted().toList();
    assertThat(packages)
        .contains("dev.terroir.policy", "dev.terroir.gateway", "dev.terroir.provider.openai");
  }

  @Test
  void everyPackageIsInTheTable() {
    List<String> known =
        Stream.concat(
                PackageTable.dependencies().stream().map(rule -> rule.getDescription()),
                Stream.of("`config` uses everything"))
            .toList();
    OURS.stream()
        .map(type -> type.getPackageName().replaceFirst("dev\\.terroir\\.([a-z]+).*", "$1"))
        .distinct()
        .forEach(
            name ->
                assertThat(known)
                    .as("package `%s`", name)
                    .anyMatch(rule -> rule.startsWith("`" + name + "`")));
  }

  /** A wrong import, planted: the domain reaching for the gateway, and for Vert.x. */
  @ParameterizedTest
  @MethodSource("plantedMistakes")
  void catchesAPlantedMistake(String type, String source, @TempDir java.nio.file.Path folder)
      throws Exception {
    // given
    java.nio.file.Path file = folder.resolve(type + ".java");
    java.nio.file.Files.writeString(file, source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int status =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-d",
            folder.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            file.toString());
    assertThat(status).isZero();

    // when
    JavaClasses planted = new ClassFileImporter().importPath(folder);

    // then
    assertThat(planted.size()).isPositive();
    assertThatThrownBy(() -> rules().forEach(rule -> rule.allowEmptyShould(true).check(planted)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(type);
  }

  private static Stream<org.junit.jupiter.params.provider.Arguments> plantedMistakes() {
    return Stream.of(
        planted(
            "policy",
            "ReachesUp",
            "public class ReachesUp { dev.terroir.gateway.Gateway gateway; }"),
        planted("routing", "KnowsVertx", "public class KnowsVertx { io.vertx.core.Vertx vertx; }"),
        planted(
            "gateway", "CallsOut", "public class CallsOut { java.net.http.HttpClient client; }"),
        planted(
            "cli",
            "UsesConfig",
            "public class UsesConfig { dev.terroir.config.TerroirSettings settings; }"));
  }

  private static org.junit.jupiter.params.provider.Arguments planted(
      String where, String type, String code) {
    return org.junit.jupiter.params.provider.Arguments.of(
        type, "package dev.terroir." + where + ";\n" + code);
  }

  /** A candidate is a capability: nobody outside can make one without a permit. */
  @Test
  void onlyAPermitMakesACandidate() {
    assertThat(
            Arrays.stream(Candidate.class.getDeclaredConstructors()).map(Constructor::getModifiers))
        .allMatch(Modifier::isPrivate);
    assertThat(
            Arrays.stream(Candidate.class.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType().equals(Candidate.class)))
        .noneMatch(method -> Modifier.isPublic(method.getModifiers()));
  }

  @Test
  void noNameIsVague() {
    List<String> vague =
        OURS.stream()
            .map(type -> type.getSimpleName())
            .filter(
                name ->
                    name.matches(
                        ".*(Util|Utils|Helper|Manager|Service|Impl|Handler|Processor|Base)"))
            .toList();
    assertThat(vague).isEmpty();
  }
}
