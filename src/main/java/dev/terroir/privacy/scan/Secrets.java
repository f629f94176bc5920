package dev.terroir.privacy.scan;

import dev.terroir.privacy.scan.Recogniser.Bounds;
import dev.terroir.privacy.scan.Recogniser.Lengths;
import dev.terroir.privacy.scan.Recogniser.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Credentials: keys that are told by the prefix that their issuer gives them, private keys, tokens,
 * and what stands behind a word such as {@code password}. The form finds the beginning; a regular
 * expression without backtracking says how far it reaches, in the text as it was written.
 */
final class Secrets {

  private static final String KIND = "credential";
  private static final int LONGEST = 8192;
  private static final String END_OF_KEY = "-----END";

  /** The issuers' documented prefixes: the form over folded text, and the whole as written. */
  private static final List<String[]> PREFIXED =
      List.of(
          of("a[ks]ia[0-9a-z]{16}", "A[KS]IA[0-9A-Z]{16}"),
          of("gh[oprsu]_[0-9a-z]{36}", "gh[oprsu]_[0-9A-Za-z]{36,255}+"),
          of("github_pat_[0-9a-z_]{22}", "github_pat_[0-9A-Za-z_]{22,255}+"),
          of("glpat-[0-9a-z_-]{20}", "glpat-[0-9A-Za-z_-]{20,255}+"),
          of("sk-[0-9a-z_-]{20}", "sk-[0-9A-Za-z_-]{20,255}+"),
          of("[prs]k_(live|test)_[0-9a-z]{16}", "[prs]k_(?:live|test)_[0-9A-Za-z]{16,255}+"),
          of("xox[abeprs]-[0-9a-z-]{10}", "xox[abeprs]-[0-9A-Za-z-]{10,255}+"),
          of("aiza[0-9a-z_-]{35}", "AIza[0-9A-Za-z_-]{35}"),
          of("ya29[.][0-9a-z_-]{20}", "ya29\\.[0-9A-Za-z._-]{20,2048}+"),
          of("hf_[0-9a-z]{30}", "hf_[0-9A-Za-z]{30,64}+"),
          of("npm_[0-9a-z]{36}", "npm_[0-9A-Za-z]{36}"),
          of("pypi-[0-9a-z_-]{16}", "pypi-[0-9A-Za-z_-]{16,255}+"),
          of("sg[.][0-9a-z_-]{16}", "SG\\.[0-9A-Za-z_-]{16,64}+\\.[0-9A-Za-z_-]{16,64}+"),
          of("tk_[0-9a-z-]{2,40}_[0-9a-z_-]{16}", "tk_[0-9a-z-]{2,40}+_[0-9A-Za-z_-]{16,255}+"),
          of(
              "eyj[0-9a-z_-]{10}",
              "eyJ[0-9A-Za-z_-]{10,4096}+\\.[0-9A-Za-z_-]{8,8192}+(?:\\.[0-9A-Za-z_-]{0,4096}+)?"));

  private static final Pattern BEARER =
      Pattern.compile(spelt("[A-Za-z0-9._~+/-]{20,4096}+={0,2}+"));

  private static final String WORDS =
      "(password|passwd|passwort|kennwort|passphrase|pwd|mot de passe|contrasena|senha|parola"
          + "|api[_ -]?key|secret|secret[_ -]?key|client[_-]?secret|access[_-]?key|access[_-]?token"
          + "|auth[_-]?token|private[_-]?key|aws_secret_access_key"
          + "|\u043F\u0430\u0440\u043E\u043B\u044C|\u5BC6\u7801|\u5BC6\u78BC"
          + "|\u30D1\u30B9\u30EF\u30FC\u30C9|\uBE44\uBC00\uBC88\uD638)";

  private static final int SHORTEST_VALUE = 6;
  private static final int LONGEST_VALUE = 128;
  private static final boolean[] ENDS_VALUE = endsValue();

  private Secrets() {}

  /** Java has a table for characters that are named one by one, and none for ranges. */
  private static String spelt(String expression) {
    return expression
        .replace("A-Z", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        .replace("a-z", "abcdefghijklmnopqrstuvwxyz")
        .replace("0-9", "0123456789");
  }

  private static String[] of(String form, String whole) {
    return new String[] {form, whole};
  }

  static List<Recogniser> all() {
    List<Recogniser> all = new ArrayList<>();
    for (String[] prefixed : PREFIXED) {
      Pattern whole = Pattern.compile(spelt(prefixed[1]));
      all.add(secret(prefixed[0], Bounds.TOKEN, candidate -> reach(whole, candidate)));
    }
    all.add(secret("bearer [0-9a-z._~+/=-]{20}", Bounds.TOKEN, Secrets::bearer));
    all.add(secret("-----begin [a-z ]{0,24}private key-----", Bounds.OPEN, Secrets::privateKey));
    all.add(secret(WORDS, Bounds.OPEN, Secrets::assigned));
    return all;
  }

  private static Recogniser secret(String form, Bounds bounds, Recogniser.Test test) {
    return new Recogniser(KIND, form, bounds, Lengths.LONGEST, test, List.of(), false, 3);
  }

  private static Matcher at(Pattern pattern, Candidate candidate, int from) {
    int last = Math.max(from, Math.min(candidate.limit(), from + LONGEST));
    return pattern.matcher(candidate.text()).region(from, last);
  }

  private static Span reach(Pattern whole, Candidate candidate) {
    Matcher matcher = at(whole, candidate, candidate.start());
    return matcher.lookingAt() ? new Span(candidate.start(), matcher.end()) : Span.NONE;
  }

  private static Span bearer(Candidate candidate) {
    int from = candidate.start() + "bearer ".length();
    Matcher matcher = at(BEARER, candidate, from);
    return matcher.lookingAt() ? new Span(from, matcher.end()) : Span.NONE;
  }

  /** To the line that ends it; all that is left where that line is missing. */
  private static Span privateKey(Candidate candidate) {
    int last = Math.min(candidate.text().length(), candidate.end() + LONGEST);
    int end = candidate.next(END_OF_KEY, candidate.end());
    if (end >= last) {
      return new Span(candidate.start(), last);
    }
    int line = candidate.next("\n", end + END_OF_KEY.length());
    return new Span(candidate.start(), Math.min(line, last));
  }

  /** What stands behind the word, a colon or equals sign, and perhaps a quote. */
  private static Span assigned(Candidate candidate) {
    String text = candidate.text();
    int at = skip(text, candidate.end(), "\"'");
    at = skip(text, at, " \t");
    if (at >= text.length() || ":=\uFF1A".indexOf(text.charAt(at)) < 0) {
      return Span.NONE;
    }
    int start = skip(text, skip(text, skip(text, at + 1, ">"), " \t"), "\"'");
    return value(text, start);
  }

  private static int skip(String text, int from, String characters) {
    int most = Math.min(text.length(), from + 3);
    int at = from;
    while (at < most && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** A secret is more than a word: there is a digit in it, or a sign. */
  private static Span value(String text, int start) {
    int last = Math.min(text.length(), start + LONGEST_VALUE);
    boolean isMoreThanWord = false;
    int end = start;
    while (end < last && !endsValue(text.charAt(end))) {
      isMoreThanWord |= !Character.isLetter(text.charAt(end));
      end++;
    }
    return isMoreThanWord && end - start >= SHORTEST_VALUE ? new Span(start, end) : Span.NONE;
  }

  private static boolean endsValue(char c) {
    return c < ENDS_VALUE.length ? ENDS_VALUE[c] : Character.isWhitespace(c);
  }

  private static boolean[] endsValue() {
    boolean[] ends = new boolean[0x80];
    for (char c = 0; c < ends.length; c++) {
      ends[c] = Character.isWhitespace(c) || "\"',;<>".indexOf(c) >= 0;
    }
    return ends;
  }
}
