package dev.terroir.provider.embedded;

import java.util.List;

/** Makes vectors of texts. Thread-safe; takes a processor for milliseconds a text. */
public interface TextModel {

  /** One vector for each text, in their order. */
  Vectorised vectors(List<String> texts);

  /**
   * @param tokens how many the texts were
   */
  record Vectorised(List<float[]> vectors, long tokens) {
    public Vectorised {
      vectors = List.copyOf(vectors);
    }
  }
}
