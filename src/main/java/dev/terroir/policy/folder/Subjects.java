package dev.terroir.policy.folder;

import dev.terroir.policy.rule.RuleId;

/** How what stands in the files is named, where somebody asks for its place. */
public final class Subjects {

  private Subjects() {}

  /** A file by its own id: {@code DE}, {@code EU}, {@code HOST/openai}, {@code TENANT/acme}. */
  public static String file(String scope) {
    return scope;
  }

  public static String rule(RuleId id) {
    return id.toString();
  }

  /** A part of a rule: {@code require}, {@code where}, {@code when}, {@code until}. */
  public static String part(RuleId id, String key) {
    return id + "#" + key;
  }

  public static String law(String scope, String id) {
    return scope + "#laws/" + id;
  }

  /** An entry of the order of a preference, both counted from 0. */
  public static String preference(String scope, int preference, int entry) {
    return scope + "#prefer/" + preference + "/" + entry;
  }

  public static String deployment(String id) {
    return "DEPLOYMENT/" + id;
  }

  public static String scenario(String id) {
    return "SCENARIO/" + id;
  }
}
