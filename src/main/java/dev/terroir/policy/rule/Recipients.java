package dev.terroir.policy.rule;

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

  /** Those whom these are not: what a list of served countries leaves out. */
  public Recipients others() {
    return new Recipients(/* inside= */ outside, /* outside= */ inside);
  }
}
