package dev.terroir.privacy.scan;

import dev.terroir.privacy.Coverage;
import dev.terroir.privacy.Finding;
import dev.terroir.privacy.identifier.NationalIdentifier;
import dev.terroir.privacy.identifier.NationalIdentifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

  private static final Comparator<Scan.Hit> BEST =
      Comparator.<Scan.Hit>comparingInt(hit -> rank(hit))
          .thenComparingInt(hit -> hit.end() - hit.start())
          .reversed();

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
    Scan scan = new Scan(patterns, text, regions);
    List<Scan.Hit> hits = scan.run();
    if (scan.hides()) {
      hits = new ArrayList<>(hits);
      hits.addAll(hidden(text, regions));
    }
    return hits.isEmpty() ? Result.NOTHING : result(text, hits);
  }

  private List<Scan.Hit> hidden(String text, List<String> regions) {
    PlainView view = PlainView.of(text);
    return new Scan(patterns, view.text(), regions)
        .run().stream()
            .map(
                hit ->
                    new Scan.Hit(
                        hit.pattern(),
                        hit.recogniser(),
                        view.startOf(hit.start()),
                        view.endOf(hit.end()),
                        hit.inContext()))
            .toList();
  }

  private static Result result(String text, List<Scan.Hit> hits) {
    Set<String> kinds = new LinkedHashSet<>();
    hits.forEach(hit -> kinds.add(hit.recogniser().kind()));
    hits.sort(Comparator.comparingInt(Scan.Hit::start));
    List<Finding> findings = new ArrayList<>(hits.size());
    int from = 0;
    while (from < hits.size()) {
      int end = hits.get(from).end();
      int to = from + 1;
      while (to < hits.size() && hits.get(to).start() < end) {
        end = Math.max(end, hits.get(to++).end());
      }
      resolve(text, hits.subList(from, to), findings);
      from = to;
    }
    return new Result(kinds, findings);
  }

  /** Of readings that overlap the best comes first. */
  private static void resolve(String text, List<Scan.Hit> hits, List<Finding> findings) {
    if (hits.size() == 1) {
      Scan.Hit hit = hits.getFirst();
      findings.add(new Finding(hit.recogniser().kind(), hit.start(), hit.end()));
      return;
    }
    Coverage coverage = new Coverage(text);
    hits.stream()
        .sorted(BEST)
        .forEach(hit -> coverage.add(hit.recogniser().kind(), hit.start(), hit.end()));
    findings.addAll(coverage.findings());
  }
}
