package dev.terroir.cli;

import dev.terroir.catalog.Capability;
import dev.terroir.identity.TenantId;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.jurisdiction.JurisdictionResolver;
import dev.terroir.policy.Decision;
import dev.terroir.policy.PolicySet;
import dev.terroir.policy.Verdict;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.engine.Enforcement;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.facts.Insight;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.ClaimsReader;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.TenantKind;
import dev.terroir.policy.vocabulary.Word;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code terroir policy explain}: one request, every deployment, every reason. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explains the decision for a request. Exits with 1 when it is denied.")
final class PolicyExplain implements Callable<Integer> {

  @Mixin private final FolderOption folder;
  private final Clock clock;

  @Option(
      names = "--tenant",
      description = "Ask as this tenant; without it, as a company at home in the first country.")
  private Optional<String> tenant = Optional.empty();

  @Option(names = "--model", description = "The model, deployment or alias (default: auto).")
  private String model = "auto";

  @Option(names = "--on", description = "The day (default: today).")
  private Optional<LocalDate> day = Optional.empty();

  @Parameters(
      arity = "0..*",
      paramLabel = "FACT=VALUE",
      description = "country=DE sector=health data=health payer=statutory language=de ...")
  private Map<String, String> facts = new LinkedHashMap<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  PolicyExplain(FolderOption folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return explain(folder.contents());
  }

  private ParameterException refused(String message) {
    return folder.refused(message);
  }

  private int explain(Contents contents) {
    Claims claims = claims();
    Tenant asking = tenant(contents, claims);
    LocalDate today = day.orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    PolicySet policies =
        new PolicySet(contents.library(), Enforcement.ofThisGateway(Map.of()), today);
    Facts all =
        Facts.of(
            new JurisdictionResolver(contents.binds())
                .resolve(asking.country(), claims.countries(), mayAssert(asking, Claim.COUNTRY)),
            asking,
            asking.facts().hearing(claims, asking.mayAssert()),
            Set.of(Capability.CHAT),
            Insight.NOTHING);
    Verdict verdict = policies.judge(all, today);
    DeploymentSet asked =
        policies
            .named(model)
            .orElseThrow(() -> refused("no model, deployment or alias `" + model + "`"));
    new ExplanationTable(spec.commandLine().getOut()).print(verdict, asked);
    return verdict.decide(asked) instanceof Decision.Permit ? Terroir.FINE : Terroir.FOUND;
  }

  private static boolean mayAssert(Tenant tenant, Claim claim) {
    return tenant.mayAssert().contains(claim);
  }

  private Claims claims() {
    Map<Claim, String> stated = new EnumMap<>(Claim.class);
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      Claim claim =
          Word.find(Claim.class, fact.getKey())
              .orElseThrow(
                  () ->
                      refused(
                          "no fact `" + fact.getKey() + "`: there are " + Word.all(Claim.class)));
      stated.put(claim, fact.getValue());
    }
    return switch (ClaimsReader.read(stated)) {
      case ClaimsReader.Reading.Read(var claims) -> claims;
      case ClaimsReader.Reading.Faulty(var code, var message, var claim) ->
          throw refused(claim.word() + ": " + message);
    };
  }

  private Tenant tenant(Contents contents, Claims claims) {
    if (tenant.isPresent()) {
      return Optional.ofNullable(contents.library().tenants().get(new TenantId(tenant.get())))
          .orElseThrow(() -> refused("no tenant `" + tenant.get() + "`"));
    }
    Jurisdiction home =
        claims.countries().stream()
            .findFirst()
            .orElseThrow(() -> refused("say who asks: --tenant clinic, or country=DE"));
    return new Tenant(
        new TenantId("explain"),
        home,
        TenantKind.COMPANY,
        new Control(Set.of(home.country().code()), Map.of(), Set.of(home.country().code())),
        Claims.SILENT,
        EnumSet.allOf(Claim.class),
        Optional.empty(),
        false,
        Map.of(),
        Map.of(),
        List.of());
  }
}
