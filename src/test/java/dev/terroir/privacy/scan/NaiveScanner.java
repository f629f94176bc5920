package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.Recogniser.Bounds;
import dev.terroir.privacy.scan.Recogniser.Lengths;
import dev.terroir.privacy.scan.Recogniser.Span;
import dev.terroir.privacy.scan.automaton.Folding;
import dev.terroir.privacy.scan.automaton.PatternSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scanner once more: each pattern by itself, at every place and in every length, by Java's own
 * regular expressions; national identifiers by those of the reference, look-arounds included. Slow
 * and plain.
 */
final class NaiveScanner {

  private static final int LONGEST = 256;
  private static final int NEAR = 40;
  private static final Map<String, String> REFERENCE = reference();

  /** Of every script; a character of a pair counts as one. */
  private static final String LETTER =
      "\\p{L}\\p{Mn}\\p{Mc}\\p{Cs}\\x{10000}-\\x{10FFFF}&&[^\\x00-\\x7F]";

  private static final String LABEL = "[a-z0-9-[" + LETTER + "]]";
  private static final String LETTERS = "[a-z-[" + LETTER + "]]";
  private static final Pattern LOCAL =
      Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.-[" + LETTER + "]]{1,320}$");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:LABEL++[.])+(?:xn--LABEL*(?<!-)|LETTERS{2,}(?<!-))(?!LABEL)"
              .replace("LABEL", LABEL)
              .replace("LETTERS", LETTERS));

  /** A domain of ASCII that letters of another script follow at once. */
  private static final Pattern BEFORE_PROSE =
      Pattern.compile(
          "(?:LABEL++[.])+(?:xn--[a-z0-9-]*+(?<!-)|[a-z-]{2,}+(?<!-))(?=[LETTER])"
              .replace("LABEL", LABEL)
              .replace("LETTER", LETTER));

  private static final int LONGEST_DOMAIN = 253;

  private final List<Recogniser> recognisers = Scanner.recognisers();
  private final List<List<Pattern>> patterns =
      recognisers.stream()
          .map(it -> REFERENCE.getOrDefault(it.kind(), it.form()))
          .map(NaiveScanner::compiled)
          .toList();
  private final List<String> regions;
  private final PatternSet set;

  NaiveScanner(List<String> regions, PatternSet set) {
    this.regions = regions;
    this.set = set;
  }

  private static List<Pattern> compiled(String form) {
    return Stream.of(form.split("&"))
        .map(part -> Pattern.compile(part, Pattern.CASE_INSENSITIVE))
        .toList();
  }

  private static Map<String, String> reference() {
    try {
      Map<String, String> reference = new HashMap<>();
      Path file = Path.of("src/main/resources/privacy/national-identifiers.tsv");
      List<String> header = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        List<String> cells = List.of(line.split("\t", -1));
        if (line.startsWith("#")) {
          continue;
        }
        if (header.isEmpty()) {
          header.addAll(cells);
        } else {
          reference.put(cells.get(header.indexOf("id")), cells.get(header.indexOf("regex")));
        }
      }
      return reference;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the naive scanner finds. */
  record Hit(String kind, int start, int end) {}

  /** Every hit as {@code kind@start..end}. */
  Set<String> find(String text) {
    return hits(text).stream()
        .map(hit -> hit.kind() + "@" + hit.start() + ".." + hit.end())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<Hit> hits(String text) {
    List<Hit> found = new ArrayList<>();
    String folded = Folding.fold(text);
    for (int i = 0; i < recognisers.size(); i++) {
      find(recognisers.get(i), patterns.get(i), text, folded, found);
    }
    for (int at = 0; at < text.length(); at++) {
      if (folded.charAt(at) == '@') {
        add("email", address(folded, at), found);
        add("credential", Mail.userInfo(text, at), found);
      }
    }
    return found;
  }

  private void find(
      Recogniser recogniser, List<Pattern> pattern, String text, String folded, List<Hit> found) {
    int from = 0;
    for (int start = 0; start < text.length(); start++) {
      boolean begins = start == 0 || !Folding.isWord(text.charAt(start - 1));
      if (begins && start >= from) {
        Span span = longest(recogniser, pattern, text, folded, start);
        from = span.isNone() ? from : Math.max(span.end(), start + 1);
        add(recogniser.kind(), span, found);
      }
    }
  }

  private Span longest(
      Recogniser recogniser, List<Pattern> pattern, String text, String folded, int start) {
    List<Matcher> matchers =
        pattern.stream().map(it -> it.matcher(folded).useTransparentBounds(true)).toList();
    for (int end = Math.min(text.length(), start + LONGEST); end > start; end--) {
      boolean fits =
          isBounded(recogniser.bounds(), text, start, end)
              && allMatch(matchers, start, end)
              && (!recogniser.needsContext() || isNear(recogniser, folded, start, end));
      if (fits) {
        Allowance plenty = new Allowance(Integer.MAX_VALUE);
        Candidate candidate = new Candidate(set.view(text), regions, plenty, plenty);
        candidate.moveTo(start, end);
        Span span = recogniser.test().apply(candidate);
        if (!span.isNone() || recogniser.lengths() == Lengths.LONGEST) {
          return span;
        }
      }
    }
    return Span.NONE;
  }

  private static Span address(String folded, int at) {
    int last = Math.min(folded.length(), at + 1 + LONGEST_DOMAIN);
    Matcher local = LOCAL.matcher(folded.substring(0, at));
    int domain =
        Stream.of(DOMAIN, BEFORE_PROSE)
            .map(it -> it.matcher(folded.substring(at + 1, last)))
            .mapToInt(it -> it.lookingAt() ? it.end() : 0)
            .max()
            .orElse(0);
    if (!local.find() || domain == 0) {
      return Span.NONE;
    }
    int start = at - local.group().replaceFirst("^[.]+", "").length();
    return start < at ? new Span(start, at + 1 + domain) : Span.NONE;
  }

  private static boolean allMatch(List<Matcher> matchers, int start, int end) {
    for (Matcher matcher : matchers) {
      if (!matcher.region(start, end).matches()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBounded(Bounds bounds, String text, int start, int end) {
    boolean closed = end == text.length() || !Folding.isWord(text.charAt(end));
    return switch (bounds) {
      case WORD -> closed && " -/.".indexOf(Folding.fold(text.charAt(end - 1))) < 0;
      case OPEN -> true;
      case TOKEN -> start == 0 || "-_".indexOf(text.charAt(start - 1)) < 0;
    };
  }

  private static boolean isNear(Recogniser recogniser, String folded, int start, int end) {
    int from = Math.max(0, start - NEAR);
    int to = Math.min(folded.length(), end + NEAR);
    for (String word : recogniser.context()) {
      String sought = Folding.fold(word.toLowerCase(Locale.ROOT));
      boolean isShort = sought.length() <= 4 && sought.chars().allMatch(c -> c < 0x80);
      for (int at = folded.indexOf(sought, from);
          at >= 0 && at + sought.length() <= to;
          at = folded.indexOf(sought, at + 1)) {
        int behind = at + sought.length();
        boolean begins = at == 0 || !Folding.isWord(folded.charAt(at - 1));
        boolean ends = behind == folded.length() || !Folding.isWord(folded.charAt(behind));
        if (begins && (ends || !isShort)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void add(String kind, Span span, List<Hit> found) {
    if (!span.isNone()) {
      found.add(new Hit(kind, span.start(), span.end()));
    }
  }
}
