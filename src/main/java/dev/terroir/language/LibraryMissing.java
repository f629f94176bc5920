package dev.terroir.language;

/** A library of the operating system that cannot be loaded, or is not the one it should be. */
public final class LibraryMissing extends Exception {

  private static final long serialVersionUID = 1L;

  private final String library;

  LibraryMissing(String library) {
    super("`" + library + "` cannot be loaded", null, false, false);
    this.library = library;
  }

  public String library() {
    return library;
  }
}
