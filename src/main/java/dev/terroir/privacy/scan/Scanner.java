package dev.terroir.privacy.scan;

import dev.terroir.privacy.Coverage;
import dev.terroir.privacy.Finding;
import dev.terroir.privacy.Places;
import dev.terroir.privacy.identifier.NationalIdentifier;
import dev.terroir.privacy.identifier.NationalIdentifiers;
import dev.terroir.privacy.scan.automaton.PlainView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what is told by its pattern: national identifiers, mail, telephones, bank accounts, cards,
 * addresses of machines, credentials. A finding is one whose form fits, whose check digits hold
 * where there are any, and beside which a word of its context stands where the form is weak.
 *
 * <p>Some 5 ns for a character of prose; what hostile text can make it take is bounded for each
 * character. Immutable and thread-safe.
 */
public final class Scanner {

  /** A word beside it tells two readings apart better than a check digit, which one in ten has. */
  private static final int IN_CONTEXT = 3;

  private static final int MOST_RANK = 15;
  private static final int LENGTH_BITS = 14;
  private static final int PATTERN_BITS = 10;

  private final Patterns patterns;

  Scanner(Patterns patterns) {
    this.patterns = patterns;
  }

  private static final class Standard {
    static final Scanner SCANNER = new Scanner(new Patterns(recognisers()));
  }

  /** The one that looks for everything; made when it is first asked for, in about a second. */
  public static Scanner standard() {
    return Standard.SCANNER;
  }

  static List<Recogniser> recognisers() {
    List<Recogniser> all = new ArrayList<>();
    NationalIdentifiers.all().forEach(it -> all.add(recogniser(it)));
    all.addAll(Machines.all());
    all.addAll(Secrets.all());
    all.addAll(Phones.all());
    return all;
  }

  /** A required check makes a hit sure, and takes away what fails it. */
  private static Recogniser recogniser(NationalIdentifier identifier) {
    return new Recogniser(
        identifier.id(),
        identifier.form(),
        Recogniser.Bounds.WORD,
        Recogniser.Lengths.EACH,
        candidate ->
            !candidate.mayBeChecked() || identifier.mayBe(candidate.compact())
                ? candidate.span()
                : Recogniser.Span.NONE,
        identifier.context(),
        identifier.needsContext(),
        identifier.evidence() == NationalIdentifier.Evidence.REQUIRED ? 3 : 1);
  }

  /**
   * What stands in a text.
   *
   * @param kinds of everything that may be meant, where several readings are possible all of them
   * @param findings the likeliest readings, which do not overlap, in their order
   */
  public record Result(Set<String> kinds, List<Finding> findings) {

    public static final Result NOTHING = new Result(Set.of(), List.of());

    public Result {
      kinds = Set.copyOf(kinds);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Scans {@code text}.
   *
   * @param regions ISO 3166-1 codes of the countries whose local telephone numbers count
   */
  public Result scan(String text, List<String> regions) {
    PlainView view = patterns.set().view(text);
    List<Scan.Hit> hits = new Scan(patterns, view, regions).run();
    return hits.isEmpty() ? Result.NOTHING : result(view, text, hits);
  }

  private Result result(PlainView view, String text, List<Scan.Hit> found) {
    List<Scan.Hit> hits = Places.inOrder(found, Scan.Hit::start);
    List<Finding> findings = new ArrayList<>(hits.size());
    int from = 0;
    while (from < hits.size()) {
      int to = behindOverlapping(hits, from);
      resolve(view, text, hits.subList(from, to), findings);
      from = to;
    }
    return new Result(kinds(hits), findings);
  }

  private Set<String> kinds(List<Scan.Hit> hits) {
    BitSet seen = new BitSet();
    for (Scan.Hit hit : hits) {
      seen.set(hit.pattern());
    }
    return seen.stream()
        .mapToObj(pattern -> patterns.recogniser(pattern).kind())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static int behindOverlapping(List<Scan.Hit> hits, int from) {
    int end = hits.get(from).end();
    int to = from + 1;
    while (to < hits.size() && hits.get(to).start() < end) {
      end = Math.max(end, hits.get(to++).end());
    }
    return to;
  }

  /** Of readings that overlap the best comes first, and often covers the others. */
  private static void resolve(
      PlainView view, String text, List<Scan.Hit> hits, List<Finding> findings) {
    long[] order = new long[hits.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) order(hits.get(i)) << Integer.SIZE | i;
    }
    Arrays.sort(order);
    Scan.Hit best = hits.get((int) order[0]);
    if (coversAll(best, hits)) {
      findings.add(finding(view, best));
      return;
    }
    int behind = 0;
    for (Scan.Hit hit : hits) {
      behind = Math.max(behind, hit.end());
    }
    int first = view.startOf(hits.getFirst().start());
    Coverage coverage = new Coverage(text, first, view.endOf(behind));
    for (long one : order) {
      Finding finding = finding(view, hits.get((int) one));
      coverage.add(finding.kind(), finding.start(), finding.end());
    }
    findings.addAll(coverage.findings());
  }

  private static boolean coversAll(Scan.Hit best, List<Scan.Hit> hits) {
    for (Scan.Hit hit : hits) {
      if (hit.start() < best.start() || hit.end() > best.end()) {
        return false;
      }
    }
    return true;
  }

  private static Finding finding(PlainView view, Scan.Hit hit) {
    return new Finding(hit.recogniser().kind(), view.startOf(hit.start()), view.endOf(hit.end()));
  }

  /** Less for the higher rank, then for the longer; the order of the patterns says the rest. */
  private static int order(Scan.Hit hit) {
    int shortness = Math.max(0, (1 << LENGTH_BITS) - 1 - (hit.end() - hit.start()));
    return (MOST_RANK - rank(hit)) << (LENGTH_BITS + PATTERN_BITS)
        | shortness << PATTERN_BITS
        | hit.pattern();
  }

  /** Where numbers are written in groups, they look like telephones, and a word is soon near. */
  private static int rank(Scan.Hit hit) {
    int rank = hit.recogniser().rank();
    return rank > 0 && hit.inContext() ? rank + IN_CONTEXT : rank;
  }
}
