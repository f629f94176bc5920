package dev.terroir.catalog;

/** Whether the gateway's operator runs the machine or somebody else does. */
public enum Hosting {
  SELF,
  THIRD_PARTY
}
