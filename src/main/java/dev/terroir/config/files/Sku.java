package dev.terroir.config.files;

/** What a deployment at Azure promises of its place. */
enum Sku {
  /** Its region. */
  STANDARD,
  /** The zone of its region: the EU or the United States. */
  DATAZONE,
  /** Nothing. */
  GLOBAL
}
