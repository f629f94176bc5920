package dev.terroir.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells by their form whether national identifiers stand in a text. No checksum is looked at: what
 * has the form of a number counts as one, which errs on the strict side. A form that is weak by
 * itself counts where a word of its context stands near. Thread-safe.
 */
public final class IdentifierForms {

  /** How far from a number, in characters, a word of its context may stand. */
  private static final int NEAR = 40;

  private static final String FORMS = "/privacy/identifier-forms.tsv";
  private static final Map<String, Form> KNOWN = read();

  private IdentifierForms() {}

  /**
   * @param context words in lower case, one of which must stand near; none where the form is enough
   */
  private record Form(Pattern pattern, List<String> context) {

    boolean standsIn(String text) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        if (context.isEmpty() || hasContext(text, matcher.start(), matcher.end())) {
          return true;
        }
      }
      return false;
    }

    private boolean hasContext(String text, int start, int end) {
      String near =
          text.substring(Math.max(0, start - NEAR), Math.min(text.length(), end + NEAR))
              .toLowerCase(Locale.ROOT);
      return context.stream().anyMatch(near::contains);
    }
  }

  private static Map<String, Form> read() {
    Map<String, Form> forms = new HashMap<>();
    try (InputStream in = IdentifierForms.class.getResourceAsStream(FORMS)) {
      if (in == null) {
        throw new IllegalStateException(FORMS + " is not in the jar");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> read(line, forms));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(forms);
  }

  private static void read(String line, Map<String, Form> forms) {
    String[] fields = line.split("\t", -1);
    Pattern alone = Pattern.compile("(?<![0-9A-Za-z])(?:" + fields[2] + ")(?![0-9A-Za-z])");
    List<String> context =
        fields[1].equals("needs-context")
            ? List.of(fields[3].toLowerCase(Locale.ROOT).split("\\|", -1))
            : List.of();
    forms.put(fields[0], new Form(alone, context));
  }

  /** The kinds of identifiers whose form is known: {@code IN.aadhaar}. */
  public static Set<String> kinds() {
    return KNOWN.keySet();
  }

  /** Whether an identifier of {@code kind} stands in {@code text}; never for an unknown kind. */
  public static boolean standsIn(String kind, String text) {
    return Optional.ofNullable(KNOWN.get(kind)).map(form -> form.standsIn(text)).orElse(false);
  }
}
