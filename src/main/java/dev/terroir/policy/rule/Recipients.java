package dev.terroir.policy.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Whom an export rule or a term of service is about: those in any of {@code inside} (when that
 * names anything) and in none of {@code outside}.
 */
public record Recipients(List<String> inside, List<String> outside) {

  public static final Recipients ANYONE = new Recipients(List.of(), List.of());

  public Recipients {
    inside = List.copyOf(inside);
    outside = List.copyOf(outside);
  }

  /**
   * Those whom these are not, which a list of served countries leaves out: whoever is in none of
   * {@code inside}, and whoever is in {@code outside}.
   */
  public List<Recipients> others() {
    List<Recipients> others = new ArrayList<>();
    if (!inside.isEmpty()) {
      others.add(new Recipients(List.of(), inside));
    }
    if (!outside.isEmpty()) {
      others.add(new Recipients(outside, List.of()));
    }
    return others;
  }
}
