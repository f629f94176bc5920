package dev.terroir.policy.folder;

/**
 * Something wrong in a file.
 *
 * @param file relative to the folder
 * @param line from 1
 * @param column from 1
 * @param message lower case, what to do included
 */
public record Fault(String file, int line, int column, String message)
    implements Comparable<Fault> {

  @Override
  public int compareTo(Fault other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    int byColumn = byLine != 0 ? byLine : Integer.compare(column, other.column);
    return byColumn != 0 ? byColumn : message.compareTo(other.message);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
