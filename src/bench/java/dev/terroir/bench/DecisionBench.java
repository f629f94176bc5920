package dev.terroir.bench;

import dev.terroir.policy.Decision;
import dev.terroir.policy.PolicySet;
import dev.terroir.policy.engine.Enforcement;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.Library;
import dev.terroir.routing.Health;
import dev.terroir.routing.Selection;
import dev.terroir.routing.Strategy;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A decision at 250 jurisdictions, three of which bind the request. Prints its time, what it
 * allocates, and how that grows with the number of deployments.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBench {

  @Param({"1000", "4000"})
  private int deployments;

  private PolicySet policies = LargeWorld.policies(1);
  private Facts facts = LargeWorld.request(policies.library());
  private Strategy strategy = strategy(policies.library());

  @Setup
  public void prepare() {
    policies = LargeWorld.policies(deployments);
    facts = LargeWorld.request(policies.library());
    strategy = strategy(policies.library());
  }

  private static Strategy strategy(Library library) {
    return new Strategy(library.catalog(), new Health(Clock.systemUTC()), 3);
  }

  @Benchmark
  public Decision decide() {
    return policies.judge(facts, LargeWorld.DAY).decide(policies.everything());
  }

  @Benchmark
  public Selection decideAndSelect() {
    Decision.Permit permit =
        (Decision.Permit) policies.judge(facts, LargeWorld.DAY).decide(policies.everything());
    return strategy.select(permit, "0193f2c8-0000-7000-8000-000000000000");
  }

  public static void main(String[] args) throws RunnerException {
    System.out.println(
        LargeWorld.describe(
            new PolicySet(LargeWorld.library(1000), Enforcement.IDEAL, LargeWorld.DAY)));
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(DecisionBench.class.getSimpleName())
                    .forks(1)
                    .warmupIterations(4)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1))
                    .addProfiler(GCProfiler.class)
                    .build())
            .run();
    summarise(results);
  }

  private static void summarise(Collection<RunResult> results) {
    Map<String, RunResult> byName = new TreeMap<>();
    for (RunResult result : results) {
      byName.put(
          result.getPrimaryResult().getLabel() + " " + result.getParams().getParam("deployments"),
          result);
    }
    byName.forEach(
        (name, result) ->
            System.out.printf(
                Locale.ROOT,
                "%-22s %8.0f ns %8.0f bytes%n",
                name,
                result.getPrimaryResult().getScore(),
                bytes(result)));
    double more = bytes(byName.get("decide 4000")) - bytes(byName.get("decide 1000"));
    System.out.printf(
        Locale.ROOT, "a decision allocates %.3f bytes for each further deployment%n", more / 3000);
  }

  private static double bytes(RunResult result) {
    return result.getSecondaryResults().entrySet().stream()
        .filter(entry -> entry.getKey().contains("gc.alloc.rate.norm"))
        .mapToDouble(entry -> entry.getValue().getScore())
        .findFirst()
        .orElse(Double.NaN);
  }
}
