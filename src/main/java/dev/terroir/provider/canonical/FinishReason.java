package dev.terroir.provider.canonical;

import java.util.Locale;

/** Why a model stopped, in OpenAI's words. */
public enum FinishReason {
  STOP,
  LENGTH,
  TOOL_CALLS,
  CONTENT_FILTER;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
