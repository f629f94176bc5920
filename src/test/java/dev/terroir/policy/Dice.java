package dev.terroir.policy;

import dev.terroir.policy.rule.Claims;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Choices that a seed decides. */
public final class Dice {

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final Random random;

  public Dice(long seed) {
    this.random = new Random(seed);
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public int upTo(int most) {
    return random.nextInt(most + 1);
  }

  public <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  @SafeVarargs
  public final <T> T pick(T... from) {
    return from[random.nextInt(from.length)];
  }

  /** At least {@code least} of them, most often few. */
  public <T> List<T> some(List<T> from, int least) {
    List<T> some = new ArrayList<>();
    List<T> left = new ArrayList<>(from);
    while (!left.isEmpty() && (some.size() < least || chance(0.3))) {
      some.add(left.remove(random.nextInt(left.size())));
    }
    return some;
  }

  /** As {@link #some}, or nothing at all where the chance for it does not come. */
  public <T> Set<T> someSet(List<T> from, int least, double probability) {
    return chance(probability) ? new HashSet<>(some(from, least)) : Set.of();
  }

  /** What a caller might say. */
  public Claims claims() {
    return new RandomRules(this).claims(true);
  }

  /** A day near today, now and then. */
  public Optional<LocalDate> maybeDay() {
    return chance(0.2) ? Optional.of(TODAY.plusDays(random.nextInt(5) - 2)) : Optional.empty();
  }
}
