package dev.terroir.policy.rule;

/**
 * The id of a rule as it is shown: {@code DE/health-cloud}, {@code HOST/openai/serves}.
 *
 * @param scope the country, the bloc, or the host or licence
 */
public record RuleId(String scope, String name) implements Comparable<RuleId> {

  @Override
  public int compareTo(RuleId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return scope + "/" + name;
  }
}
