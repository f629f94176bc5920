package dev.terroir.privacy.scan;

import dev.terroir.privacy.Coverage;
import dev.terroir.privacy.Finding;
import dev.terroir.privacy.identifier.NationalIdentifier;
import dev.terroir.privacy.identifier.NationalIdentifiers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
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

  private static final Comparator<Scan.Hit> BEST = Scanner::better;

  private static final Comparator<Scan.Hit> ORDER = Comparator.comparingInt(Scan.Hit::start);

  /** The higher rank comes first, then the longer; the order of the patterns says the rest. */
  private static int better(Scan.Hit one, Scan.Hit other) {
    int byRank = rank(other) - rank(one);
    int byLength = other.end() - other.start() - (one.end() - one.start());
    int byPattern = one.pattern() - other.pattern();
    return byRank != 0 ? byRank : byLength != 0 ? byLength : byPattern;
  }

  /** Where numbers are written in groups, they look like telephones, and a word is soon near. */
  private static int rank(Scan.Hit hit) {
    int rank = hit.recogniser().rank();
    return rank > 0 && hit.inContext() ? rank + IN_CONTEXT : rank;
  }

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
            !candidate.mayBeChecked()
                    || identifier.judge(candidate.compact()) != NationalIdentifier.Verdict.REFUTED
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

    static final Result NOTHING = new Result(Set.of(), List.of());

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
    PlainView view = PlainView.of(text);
    List<Scan.Hit> hits = new Scan(patterns, view, regions).run();
    return hits.isEmpty() ? Result.NOTHING : result(view, text, hits);
  }

  private Result result(PlainView view, String text, List<Scan.Hit> hits) {
    hits.sort(ORDER);
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
        .mapToObj(pattern -> patterns.recognisers().get(pattern).kind())
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

  /** Of readings that overlap the best comes first. */
  private static void resolve(
      PlainView view, String text, List<Scan.Hit> hits, List<Finding> findings) {
    Scan.Hit best = Collections.min(hits, BEST);
    int start = hits.getFirst().start();
    if (coversAll(best, hits)) {
      findings.add(finding(view, best));
      return;
    }
    Coverage coverage = new Coverage(text, view.startOf(start));
    hits.sort(BEST);
    for (Scan.Hit hit : hits) {
      Finding finding = finding(view, hit);
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
}
