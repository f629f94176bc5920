package dev.terroir.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which package may use which, as a table: what is not in it is forbidden. */
final class PackageTable {

  static final String ROOT = "dev.terroir";

  private static final List<String> CORE =
      List.of("identity", "jurisdiction", "language", "privacy", "catalog", "policy", "routing");

  private static final Map<String, Set<String>> MAY_USE = table();

  private PackageTable() {}

  private static Map<String, Set<String>> table() {
    Map<String, Set<String>> table = new LinkedHashMap<>();
    table.put("identity", Set.of());
    table.put("jurisdiction", Set.of());
    table.put("language", Set.of());
    table.put("privacy", Set.of("jurisdiction"));
    table.put("catalog", Set.of("jurisdiction"));
    table.put("chat", Set.of());
    table.put("policy", Set.of("identity", "jurisdiction", "language", "catalog", "privacy"));
    Set<String> belowRouting = with(table.get("policy"), "policy");
    table.put("routing", belowRouting);
    table.put("workshop", with(belowRouting, "routing", "chat", "audit"));
    table.put("provider", Set.of("routing", "chat", "catalog"));
    table.put("audit", Set.of("policy", "routing", "chat"));
    table.put("protection", with(belowRouting, "routing", "chat", "provider"));
    table.put(
        "gateway",
        with(belowRouting, "routing", "chat", "provider", "protection", "audit", "workshop"));
    table.put("api", with(table.get("gateway"), "gateway"));
    table.put("cli", with(belowRouting, "routing", "chat", "audit", "workshop"));
    return table;
  }

  private static Set<String> with(Set<String> set, String... more) {
    return Set.copyOf(Stream.concat(set.stream(), Stream.of(more)).toList());
  }

  /** One rule for each package: of ours, it uses only what the table says. */
  static List<ArchRule> dependencies() {
    return MAY_USE.entrySet().stream()
        .map(entry -> mayOnlyUse(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static ArchRule mayOnlyUse(String name, Set<String> used) {
    DescribedPredicate<JavaClass> forbidden =
        DescribedPredicate.describe(
            "ours, and not in " + used,
            target ->
                isIn(target, ROOT)
                    && !isIn(target, ROOT + "." + name)
                    && used.stream().noneMatch(it -> isIn(target, ROOT + "." + it)));
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat(forbidden)
        .as("`" + name + "` uses only " + used);
  }

  private static boolean isIn(JavaClass type, String name) {
    return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
  }

  /** The core is plain Java. */
  static ArchRule coreKnowsNoFramework() {
    String[] packages = CORE.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    return classes()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "opennlp..",
            "dk.brics..",
            "com.google.i18n..",
            "ai.onnxruntime..",
            "ai.djl..",
            ROOT + "..")
        .as("the core imports no framework");
  }

  /** Only the composition root and the front know Quarkus. */
  static ArchRule quarkusStaysOutside() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".config..", ROOT + ".api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "jakarta..", "org.eclipse.microprofile..")
        .as("only `config` and `api` know Quarkus");
  }

  /** One door: nothing else can open a connection to a deployment. */
  static ArchRule onlyProvidersCallOut() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".provider..", ROOT + ".config..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("io\\.vertx\\.core\\.http\\.HttpClient.*|java\\.net\\.http\\..*")
        .as("only `provider` calls out");
  }
}
