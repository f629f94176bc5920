package dev.terroir.provider.wire;

import dev.terroir.catalog.Deployment;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a host's message what is none of the caller's business. */
final class Discretion {

  /** URLs, resource names and accounts of the clouds, and what looks like a key. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "https?://\\S+|arn:[\\w:/.-]+|projects/[\\w/.@-]+|\\b\\d{12}\\b"
              + "|\\b(?:sk|AIza|AKIA|ASIA|ABSK|ya29)[\\w.-]{8,}");

  private static final String HIDDEN = "[...]";

  private Discretion() {}

  static String of(String message, Deployment deployment) {
    String hidden = PRIVATE.matcher(message).replaceAll(Matcher.quoteReplacement(HIDDEN));
    hidden = hidden.replace(deployment.endpoint().getHost(), HIDDEN);
    String text = hidden;
    return deployment
        .credential()
        .secret()
        .map(secret -> secret.use(value -> text.replace(value, HIDDEN)))
        .orElse(text);
  }
}
