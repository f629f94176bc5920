package dev.terroir.policy.folder;

import dev.terroir.catalog.HostId;
import dev.terroir.catalog.ModelId;
import dev.terroir.identity.TenantId;
import dev.terroir.policy.rule.RuleId;

/** How what stands in the files is named, where somebody asks for its place. */
public final class Subjects {

  private Subjects() {}

  /** A file by its own id: {@code DE}, {@code EU}, {@code HOST/openai}, {@code TENANT/acme}. */
  public static String file(String scope) {
    return scope;
  }

  public static String host(HostId id) {
    return "HOST/" + id;
  }

  /** The file of who made models. */
  public static String maker(String id) {
    return "MAKER/" + id;
  }

  public static String model(ModelId id) {
    return "MODEL/" + id;
  }

  public static String tenant(TenantId id) {
    return "TENANT/" + id;
  }

  /** A key by the id under which it is stored. */
  public static String key(String id) {
    return "KEY/" + id;
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

  /** What stands under {@code key} in what is named {@code subject}: a file, a law, a part. */
  public static String field(String subject, String key) {
    return subject + (subject.contains("#") ? "/" : "#") + key;
  }

  /**
   * A condition in the part of a rule, or in a preference, named {@code subject}.
   *
   * @param alternative from 0; a map that stands alone is the first
   */
  public static String condition(String subject, int alternative, String attribute) {
    return field(subject, alternative + "/" + attribute);
  }

  /**
   * An item of the list that is named {@code subject}, from 0; a value that stands alone is one.
   */
  public static String item(String subject, int position) {
    return field(subject, Integer.toString(position));
  }

  /** A word of the list {@code key} of what is named {@code subject}: a certificate of a host. */
  public static String word(String subject, String key, String word) {
    return field(field(subject, key), word);
  }

  /** A preference, from 0. */
  public static String preference(String scope, int preference) {
    return scope + "#prefer/" + preference;
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
