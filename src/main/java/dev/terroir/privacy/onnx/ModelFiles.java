package dev.terroir.privacy.onnx;

import java.nio.file.Files;
import java.nio.file.Path;

/** The three files of a model, as an export with Hugging Face's tools leaves them in a folder. */
record ModelFiles(Path model, Path tokenizer, Path config) {

  ModelFiles {
    require(model, "export a token-classification model to ONNX and put it there");
    require(tokenizer, "copy the model's fast tokenizer there; `vocab.txt` alone is not enough");
    require(config, "copy the model's configuration, which names its labels, there");
  }

  /**
   * @param place the folder, or the file of the model in it
   */
  static ModelFiles at(Path place) {
    boolean file = Files.isRegularFile(place);
    Path folder = file ? place.toAbsolutePath().resolveSibling("") : place;
    Path model = file ? place : place.resolve("model.onnx");
    return new ModelFiles(model, folder.resolve("tokenizer.json"), folder.resolve("config.json"));
  }

  private static void require(Path file, String advice) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new IllegalArgumentException("`" + file + "` cannot be read: " + advice);
    }
  }
}
