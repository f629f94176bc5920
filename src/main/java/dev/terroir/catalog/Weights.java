package dev.terroir.catalog;

/** Whether the weights of a model can be had by anybody. */
public enum Weights {
  OPEN,
  CLOSED
}
