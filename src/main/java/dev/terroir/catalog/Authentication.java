package dev.terroir.catalog;

/** How a credential is shown to a host. */
public enum Authentication {
  /** As {@code Authorization: Bearer}. */
  BEARER,
  /** In the header that the dialect has for keys. */
  KEY,
  /** Signed with an AWS access key: the secret is {@code id:key} or {@code id:key:session}. */
  SIGV4,
  /** By a token of Google's: the secret is the JSON of a service account or of a federation. */
  GOOGLE;

  /** What a dialect's hosts usually want. */
  public static Authentication usual(Dialect dialect) {
    return switch (dialect) {
      case OPENAI, BEDROCK, COHERE, NATIVE, EMBEDDED -> BEARER;
      case AZURE_OPENAI, ANTHROPIC, GEMINI -> KEY;
    };
  }
}
