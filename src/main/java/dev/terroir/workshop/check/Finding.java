package dev.terroir.workshop.check;

import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something found in a folder, where it stands, and what to do about it. Immutable.
 *
 * @param origin relative to the folder
 * @param message lower case, no full stop, what stands in the files in backticks
 * @param suggestion what to do about it
 * @param related the other places that it is about
 */
public record Finding(
    Kind kind,
    Severity severity,
    Origin origin,
    String message,
    Optional<String> suggestion,
    List<Origin> related)
    implements Comparable<Finding> {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing((Finding it) -> it.origin.file())
          .thenComparingInt(it -> it.origin.line())
          .thenComparingInt(it -> it.origin.column())
          .thenComparing(Finding::kind)
          .thenComparing(Finding::message);

  public Finding {
    related = List.copyOf(related);
  }

  static Finding error(Kind kind, Origin origin, String message) {
    return new Finding(kind, Severity.ERROR, origin, message, Optional.empty(), List.of());
  }

  static Finding warning(Kind kind, Origin origin, String message) {
    return new Finding(kind, Severity.WARNING, origin, message, Optional.empty(), List.of());
  }

  static Finding note(Kind kind, Origin origin, String message) {
    return new Finding(kind, Severity.NOTE, origin, message, Optional.empty(), List.of());
  }

  /** A fault, for which a folder is refused as a whole. */
  static Finding of(Fault fault) {
    Origin origin = new Origin(fault.file(), fault.line(), fault.column());
    return error(Kind.FAULT, origin, fault.message());
  }

  Finding suggesting(String suggestion) {
    return new Finding(kind, severity, origin, message, Optional.of(suggestion), related);
  }

  Finding relatedTo(List<Origin> places) {
    return new Finding(kind, severity, origin, message, suggestion, places);
  }

  /** Message and suggestion. */
  public String text() {
    return message + suggestion.map(text -> "; " + text).orElse("");
  }

  /** As people read it: {@code countries/DE.yaml:31:20: error: ... [unsatisfiable-rule]}. */
  @Override
  public String toString() {
    return kind == Kind.FAULT
        ? origin + ": " + text()
        : origin + ": " + severity.word() + ": " + text() + " [" + kind.word() + "]";
  }

  @Override
  public int compareTo(Finding other) {
    return BY_PLACE.compare(this, other);
  }
}
