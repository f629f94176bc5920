package dev.terroir.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Executes the README's requests and compares what comes back with what it shows. */
@QuarkusTest
final class ReadmeTest {

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "<!-- executed by ReadmeTest -->\n```sh\n(curl.*?)\n```\n+```\n(.*?)\n```",
          Pattern.DOTALL);
  private static final Pattern HEADER = Pattern.compile("-H '([^:]+): ([^']+)'");
  private static final Pattern BODY = Pattern.compile("-d '(.*)'$", Pattern.DOTALL);
  private static final Pattern PATH = Pattern.compile("http://localhost:8080(\\S+)");

  @TestHTTPResource
  @SuppressWarnings("NullAway.Init")
  URI gateway;

  record Example(String command, List<String> shown) {}

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  static Stream<Example> examples() throws IOException {
    Matcher matcher = EXAMPLE.matcher(readme());
    List<Example> examples = new ArrayList<>();
    while (matcher.find()) {
      examples.add(new Example(matcher.group(1), matcher.group(2).lines().toList()));
    }
    return examples.stream();
  }

  @Test
  void hasExamples() throws IOException {
    assertThat(examples()).hasSizeGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void showsWhatHappens(Example example) throws Exception {
    // given
    String command = example.command().replace("\\\n", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(find(PATH, command)))
            .POST(HttpRequest.BodyPublishers.ofString(find(BODY, command)));
    Matcher headers = HEADER.matcher(command);
    while (headers.find()) {
      request.header(headers.group(1), headers.group(2));
    }

    // when
    HttpResponse<String> response;
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    // then
    assertThat(example.shown().getFirst()).startsWith("HTTP/1.1 " + response.statusCode());
    for (String line : example.shown().subList(1, example.shown().size())) {
      String name = line.substring(0, line.indexOf(':'));
      assertThat(name + ": " + response.headers().firstValue(name).orElse("")).isEqualTo(line);
    }
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return matcher.group(1);
  }

  /** Every file that the README names is there. */
  @Test
  void pointsAtFilesThatExist() throws IOException {
    Matcher links = Pattern.compile("\\]\\(((?:src|k8s|config)[^)]*)\\)").matcher(readme());
    List<String> missing = new ArrayList<>();
    int found = 0;
    while (links.find()) {
      found++;
      if (!Files.exists(Path.of(links.group(1)))) {
        missing.add(links.group(1));
      }
    }
    assertThat(missing).isEmpty();
    assertThat(found).isGreaterThan(10);
  }

  /** Regenerating the wrapper would drop the line that finds a JDK. */
  @Test
  void theWrapperFindsAJdkByItself() throws IOException {
    List<String> wrapper = Files.readAllLines(Path.of("mvnw"));
    int finder = wrapper.indexOf(". \"${0%/*}/.mvn/find-jdk.sh\"");
    assertThat(finder).isPositive().isLessThan(wrapper.indexOf("set -euf"));
  }
}
