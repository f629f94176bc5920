package dev.terroir.privacy.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.terroir.privacy.Finding;
import dev.terroir.privacy.names.NameFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The model in {@code names-model} is a table: "john", "mary" and "jo" begin a person, "smith" and
 * "ann" go on with one, "berlin" and "baker" begin a place, "street" goes on with it.
 */
final class OnnxNameModelTest {

  private static final Path FOLDER = Path.of("src/test/resources/privacy/names-model");
  private static final OnnxNameModel MODEL = OnnxNameModel.load(FOLDER);

  @AfterAll
  static void close() {
    MODEL.close();
  }

  private static List<String> found(String text) {
    return MODEL.find(text).stream()
        .map(it -> it.kind() + " " + text.substring(it.start(), it.end()))
        .toList();
  }

  @Test
  void findsAPersonOverSeveralWordsAndTokens() {
    assertThat(found("Hello, I met John Smithson and Mary."))
        .containsExactly("person John Smithson", "person Mary");
  }

  @Test
  void aWordHasTheLabelOfItsFirstToken() {
    assertThat(found("John Smiths met Johns"))
        .containsExactly("person John Smiths", "person Johns");
  }

  @Test
  void neighboursThatEachBeginAreTwo() {
    assertThat(found("John Mary")).containsExactly("person John", "person Mary");
  }

  @Test
  void aPlaceIsAnAddressOnlyWithANumber() {
    assertThat(found("I live in Berlin")).isEmpty();
    assertThat(found("I live in 221b Baker Street, Berlin"))
        .containsExactly("address 221b Baker Street");
    assertThat(found("I live in Baker Street 12 and met John"))
        .containsExactly("address Baker Street 12", "person John");
  }

  @Test
  void placesAreCountedInUtf16() {
    String text = "\ud83d\ude00 \ud83d\ude00 é 東京 John \ud83d\ude00";
    int start = text.indexOf("John");
    assertThat(MODEL.find(text)).containsExactly(new Finding(NameFinder.PERSON, start, start + 4));
  }

  @Test
  void halfACharacterDoesNoHarm() {
    assertThat(found("\ud83d John \ude00\u0000 Mary"))
        .containsExactly("person John", "person Mary");
    assertThat(found("")).isEmpty();
  }

  @Test
  void aLongTextIsReadInWindowsAndNothingIsLostOrDoubled() {
    StringBuilder text = new StringBuilder();
    List<Finding> expected = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      text.append("in and the ".repeat(i % 7));
      expected.add(new Finding(NameFinder.PERSON, text.length(), text.length() + 10));
      text.append("John Smith . ");
    }
    assertThat(MODEL.find(text.toString())).isEqualTo(expected);
  }

  @Test
  void manyThreadsShareIt() throws Exception {
    Callable<List<String>> task = () -> found("Hello John Smith, I live in Berlin 12");
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<List<String>> answer :
          threads.invokeAll(java.util.Collections.nCopies(200, task))) {
        assertThat(answer.get()).containsExactly("person John Smith", "address Berlin 12");
      }
    }
  }

  @Test
  void theFileOfTheModelMayBeNamedInPlaceOfItsFolder() {
    try (OnnxNameModel model = OnnxNameModel.load(FOLDER.resolve("model.onnx"))) {
      assertThat(model.find("John")).hasSize(1);
    }
  }

  @Test
  void theTokenizersReportsToItsMakersAreOff() {
    assertThat(ai.djl.util.Utils.isOfflineMode()).isTrue();
  }

  private static Path copy(Path folder) throws IOException {
    for (String name : List.of("model.onnx", "tokenizer.json", "config.json")) {
      Files.copy(FOLDER.resolve(name), folder.resolve(name));
    }
    return folder;
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> OnnxNameModel.load(folder))
        .hasMessageContaining("model.onnx` cannot be read: export a token-classification model");
    Files.delete(copy(folder).resolve("tokenizer.json"));
    assertThatThrownBy(() -> OnnxNameModel.load(folder))
        .hasMessageContaining("tokenizer.json` cannot be read");
  }

  @Test
  void aConfigurationWithoutLabelsIsRefused(@TempDir Path folder) throws IOException {
    Files.writeString(copy(folder).resolve("config.json"), "{}");
    assertThatThrownBy(() -> OnnxNameModel.load(folder))
        .hasMessageContaining("config.json` has no `id2label`");

    Files.writeString(folder.resolve("config.json"), "{\"id2label\": {\"0\": \"LABEL_0\"}}");
    assertThatThrownBy(() -> OnnxNameModel.load(folder))
        .hasMessageContaining("no label for people");

    Files.writeString(folder.resolve("config.json"), "{\"id2label\": {\"1\": \"B-PER\"}}");
    assertThatThrownBy(() -> OnnxNameModel.load(folder)).hasMessageContaining("leaves out `0`");
  }

  @Test
  void labelsThatAreNotTheModelsAreRefused(@TempDir Path folder) throws IOException {
    Files.writeString(
        copy(folder).resolve("config.json"), "{\"id2label\": {\"0\": \"O\", \"1\": \"B-PER\"}}");
    assertThatThrownBy(() -> OnnxNameModel.load(folder))
        .hasMessageContaining("model.onnx` does not answer with a score for each of the 2 labels");
  }

  @Test
  void brokenFilesAreRefused(@TempDir Path folder) throws IOException {
    Files.writeString(copy(folder).resolve("model.onnx"), "nothing");
    assertThatThrownBy(() -> OnnxNameModel.load(folder))
        .hasMessageContaining("model.onnx` is no model that ONNX Runtime can load");

    Files.writeString(folder.resolve("tokenizer.json"), "{");
    assertThatThrownBy(() -> OnnxNameModel.load(folder))
        .hasMessageContaining("tokenizer.json` is no tokenizer");
  }
}
