package dev.terroir.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.terroir.config.files.Secrets;
import dev.terroir.config.files.YamlPolicyFolder;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.policy.vocabulary.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schemas that editors use are those by which files are checked. */
final class SchemaTest {

  private static final Path FOR_EDITORS = Path.of("config/schema");
  private static final Map<String, String> SCHEMAS =
      new YamlPolicyFolder(new Secrets(name -> Optional.empty())).schemas();

  @Test
  void thoseForEditorsAreCurrent() throws IOException {
    assertThat(SCHEMAS).hasSize(9);
    for (Map.Entry<String, String> schema : SCHEMAS.entrySet()) {
      assertThat(FOR_EDITORS.resolve(schema.getKey()))
          .as("run `terroir policy schema`")
          .hasContent(schema.getValue());
    }
  }

  @Test
  void noFileOfAnotherVersionIsLeftThere() throws IOException {
    try (Stream<Path> files = Files.list(FOR_EDITORS)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(SCHEMAS.keySet());
    }
  }

  @Test
  void everyVocabularyIsWrittenOut() throws IOException {
    for (String schema : SCHEMAS.values()) {
      JsonNode tree = new ObjectMapper().readTree(schema);
      for (List<String> words : lists(tree)) {
        assertThat(words).isNotEmpty().noneMatch(word -> word.startsWith("@"));
      }
    }
    String words = SCHEMAS.get("vocabulary.schema.json");
    assertThat(words).contains(Word.all(Sector.class));
  }

  private static List<List<String>> lists(JsonNode node) {
    List<List<String>> lists = new ArrayList<>();
    if (node.path("enum").isArray()) {
      List<String> words = new ArrayList<>();
      node.path("enum").forEach(word -> words.add(word.asText()));
      lists.add(words);
    }
    node.forEach(child -> lists.addAll(lists(child)));
    return lists;
  }
}
