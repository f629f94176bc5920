package dev.terroir.config;

import dev.terroir.catalog.Dialect;
import dev.terroir.provider.HttpClients;
import dev.terroir.provider.Provider;
import dev.terroir.provider.anthropic.AnthropicTranslator;
import dev.terroir.provider.bedrock.BedrockTranslator;
import dev.terroir.provider.cohere.CohereTranslator;
import dev.terroir.provider.credential.Authorizer;
import dev.terroir.provider.credential.Credentials;
import dev.terroir.provider.embedded.EmbeddedProvider;
import dev.terroir.provider.embedded.MiniLm;
import dev.terroir.provider.gemini.GeminiTranslator;
import dev.terroir.provider.openai.AzureTranslator;
import dev.terroir.provider.openai.OpenAiTranslator;
import dev.terroir.provider.wire.HttpProvider;
import dev.terroir.provider.wire.Translator;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The adapters of all dialects that are spoken, over one pool of connections. */
public final class Adapters {

  private Adapters() {}

  /**
   * @param connections to one host at most, for each event loop
   * @param background for what waits or takes long
   */
  public static Map<Dialect, Provider> all(
      Vertx vertx, Clock clock, int connections, Executor background) {
    HttpClients clients =
        new HttpClients(
            vertx,
            new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setKeepAliveTimeout(30)
                .setPipelining(false)
                .setDecompressionSupported(false));
    Authorizer authorizer = new Credentials(vertx, clock, background);
    Map<Dialect, Provider> all = new EnumMap<>(Dialect.class);
    for (Dialect dialect : Dialect.values()) {
      translator(dialect)
          .map(translator -> new HttpProvider(clients, clock, translator, authorizer))
          .ifPresent(provider -> all.put(dialect, provider));
    }
    all.put(
        Dialect.EMBEDDED,
        new EmbeddedProvider(MiniLm::load, Runtime.getRuntime().availableProcessors()));
    return all;
  }

  private static Optional<Translator> translator(Dialect dialect) {
    return switch (dialect) {
      case OPENAI -> Optional.of(new OpenAiTranslator());
      case AZURE_OPENAI -> Optional.of(new AzureTranslator());
      case ANTHROPIC -> Optional.of(new AnthropicTranslator());
      case BEDROCK -> Optional.of(new BedrockTranslator());
      case GEMINI -> Optional.of(new GeminiTranslator());
      case COHERE -> Optional.of(new CohereTranslator());
      case NATIVE, EMBEDDED -> Optional.empty();
    };
  }
}
