package dev.terroir.policy.folder;

/**
 * Where something stands in the files.
 *
 * @param file relative to the folder
 * @param line from 1
 * @param column from 1
 */
public record Origin(String file, int line, int column) {

  public Fault fault(String message) {
    return new Fault(file, line, column, message);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
