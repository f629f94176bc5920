package dev.terroir.provider.golden;

import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Dialect;
import dev.terroir.fixtures.Deployments;
import dev.terroir.provider.anthropic.AnthropicTranslator;
import dev.terroir.provider.bedrock.BedrockTranslator;
import dev.terroir.provider.cohere.CohereTranslator;
import dev.terroir.provider.gemini.GeminiTranslator;
import dev.terroir.provider.openai.AzureTranslator;
import dev.terroir.provider.openai.OpenAiTranslator;
import dev.terroir.provider.wire.Translator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A dialect, a deployment that speaks it, and the files of its exchanges. */
enum Tongue {
  OPENAI(new OpenAiTranslator(), "https://host.example.test/v1", "model-at-host"),
  AZURE_OPENAI(new AzureTranslator(), "https://host.example.test/openai", "my deployment"),
  ANTHROPIC(new AnthropicTranslator(), "https://host.example.test/v1", "claude-opus-5-5"),
  GEMINI(new GeminiTranslator(), "https://host.example.test/v1", "gemini-3.5-flash"),
  BEDROCK(new BedrockTranslator(), "https://host.example.test", "anthropic.claude-opus-5-5-v1:0"),
  COHERE(new CohereTranslator(), "https://host.example.test/v2", "command-a-03-2025");

  private static final Path FILES = Path.of("src/test/resources/golden");

  @SuppressWarnings("ImmutableEnumChecker") // translators hold no state
  private final Translator translator;

  private final String endpoint;
  private final String servedAs;

  Tongue(Translator translator, String endpoint, String servedAs) {
    this.translator = translator;
    this.endpoint = endpoint;
    this.servedAs = servedAs;
  }

  Translator translator() {
    return translator;
  }

  Deployment deployment() {
    return Deployments.of(Dialect.valueOf(name()), endpoint, servedAs);
  }

  /** An exchange: the files that begin with {@code name}. */
  record Case(Tongue tongue, String name, String kind) {

    Path file(String suffix) {
      return tongue.folder().resolve(name + "." + suffix);
    }

    byte[] bytes() {
      byte[] bytes = read(file(kind));
      return kind.equals("frames") ? Frames.of(bytes) : bytes;
    }

    @Override
    public String toString() {
      return tongue + " " + name;
    }
  }

  private Path folder() {
    return FILES.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Every streamed answer, whatever its framing. */
  static List<Case> streams() {
    return Stream.concat(cases("sse").stream(), cases("frames").stream()).toList();
  }

  /** The cases of every tongue that have a file of {@code kind}. */
  static List<Case> cases(String kind) {
    return Arrays.stream(values()).flatMap(it -> it.casesOf(kind)).toList();
  }

  private Stream<Case> casesOf(String kind) {
    try (Stream<Path> files = Files.list(folder())) {
      String end = "." + kind;
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(end))
          .map(name -> new Case(this, name.substring(0, name.length() - end.length()), kind))
          .sorted((a, b) -> a.name().compareTo(b.name()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
