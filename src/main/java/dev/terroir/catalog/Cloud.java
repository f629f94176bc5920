package dev.terroir.catalog;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Who has named a region: the same name means another place with another. */
public enum Cloud {
  AWS,
  /** The sets of regions that Bedrock's inference profiles choose from. */
  AWS_PROFILE,
  AZURE,
  /** The zones that Azure's data-zone deployments choose within, by their own region. */
  AZURE_DATAZONE,
  GOOGLE,
  OPENAI,
  ANTHROPIC;

  /** The cloud that an endpoint belongs to; nothing where it belongs to none of these. */
  public static Optional<Cloud> of(URI endpoint, Dialect dialect) {
    if (endpoint.getHost() == null) {
      return Optional.empty(); // it is in this process
    }
    String host = endpoint.getHost().toLowerCase(Locale.ROOT);
    if (dialect == Dialect.BEDROCK || host.contains(".amazonaws.") || host.endsWith(".api.aws")) {
      return Optional.of(AWS);
    }
    if (host.endsWith(".openai.azure.com") || host.endsWith(".cognitiveservices.azure.com")) {
      return Optional.of(AZURE);
    }
    if (host.endsWith("aiplatform.googleapis.com") || host.endsWith(".rep.googleapis.com")) {
      return Optional.of(GOOGLE);
    }
    if (host.equals("api.openai.com") || host.endsWith(".api.openai.com")) {
      return Optional.of(OPENAI);
    }
    return host.equals("api.anthropic.com") ? Optional.of(ANTHROPIC) : Optional.empty();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
