package dev.terroir.catalog;

/** How well a model is known to be at home in a language, the least first. */
public enum LanguageGrade {
  /** Nobody says that it knows the language. */
  NONE,
  /** A result speaks against it. */
  WEAK,
  /** Its maker says that it knows the language. */
  DOCUMENTED,
  /** A result shows that it answers as well as, or better than, what it was compared with. */
  FLUENT
}
