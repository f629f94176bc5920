package dev.terroir.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.terroir.catalog.Capability;
import dev.terroir.policy.vocabulary.Audience;
import dev.terroir.policy.vocabulary.Consent;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Payer;
import dev.terroir.policy.vocabulary.Purpose;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.policy.vocabulary.TenantKind;
import dev.terroir.policy.vocabulary.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas say what the code says. */
final class SchemaTest {

  private static final Path SHIPPED = Path.of("src/main/resources/schema");

  private static Stream<Class<? extends Enum<?>>> vocabularies() {
    return Stream.of(
        Sector.class,
        DataClass.class,
        Purpose.class,
        Audience.class,
        Payer.class,
        Consent.class,
        TenantKind.class,
        Capability.class);
  }

  @ParameterizedTest
  @MethodSource("vocabularies")
  void knowsTheSameWords(Class<? extends Enum<?>> vocabulary) throws IOException {
    // given
    Set<String> words = new HashSet<>();
    for (Enum<?> constant : vocabulary.getEnumConstants()) {
      words.add(Word.write(constant.name()));
    }

    // when
    List<Set<String>> lists = new ArrayList<>();
    collect(new ObjectMapper().readTree(SHIPPED.resolve("vocabulary.schema.json").toFile()), lists);

    // then
    assertThat(lists).contains(words);
  }

  private static void collect(JsonNode node, List<Set<String>> lists) {
    if (node.path("enum").isArray()) {
      Set<String> words = new HashSet<>();
      node.path("enum").forEach(word -> words.add(word.asText()));
      lists.add(words);
    }
    node.forEach(child -> collect(child, lists));
  }

  /** Editors use the copies beside the files; the process uses those in the jar. */
  @Test
  void theCopiesForEditorsAreTheSame() throws IOException {
    try (Stream<Path> schemas = Files.list(SHIPPED)) {
      List<Path> all = schemas.toList();
      assertThat(all).hasSize(8);
      for (Path schema : all) {
        assertThat(Path.of("config/schema").resolve(schema.getFileName()))
            .hasSameTextualContentAs(schema);
      }
    }
  }
}
