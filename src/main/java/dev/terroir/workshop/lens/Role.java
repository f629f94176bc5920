package dev.terroir.workshop.lens;

/** What makes a rule speak. */
public enum Role {
  /** The rules of a country or a bloc: its jurisdiction binds the request. */
  BINDING,
  /** What a country or a bloc lets others do with its models and machines. */
  EXPORT,
  /** The terms of a host or of a licence. */
  TERMS
}
