package dev.terroir.workshop.survey;

import dev.terroir.audit.RecordedDecision;
import dev.terroir.workshop.survey.Comparison.Difference;
import dev.terroir.workshop.survey.Survey.Answer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a change of the policies means for requests that were made: each is decided by both.
 *
 * @param recorded how many requests the record holds
 * @param unreadable how many of them cannot be decided again from their record
 * @param changed how many would be treated differently, by what is different
 */
public record Traffic(int recorded, int unreadable, Map<Change.Kind, Integer> changed) {

  public Traffic {
    changed = Map.copyOf(changed);
  }

  static Traffic of(
      List<RecordedDecision> recorded, Survey before, Survey after, Comparison comparison) {
    Map<RecordedDecision, Integer> alike = new HashMap<>();
    recorded.forEach(it -> alike.merge(it, 1, Integer::sum));
    Map<Change.Kind, Integer> changed = new EnumMap<>(Change.Kind.class);
    int unreadable = 0;
    for (Map.Entry<RecordedDecision, Integer> entry : alike.entrySet()) {
      Optional<Answer> was = before.ask(entry.getKey());
      Optional<Answer> is = after.ask(entry.getKey());
      if (was.isEmpty() || is.isEmpty()) {
        unreadable += entry.getValue();
        continue;
      }
      Optional<Difference> difference = comparison.between(was.get(), is.get());
      difference.ifPresent(it -> changed.merge(it.kind(), entry.getValue(), Integer::sum));
    }
    return new Traffic(recorded.size(), unreadable, changed);
  }

  /** The share of the requests that would be treated differently, from 0 to 1. */
  public double share() {
    int all = changed.values().stream().mapToInt(Integer::intValue).sum();
    return recorded == 0 ? 0 : (double) all / recorded;
  }
}
