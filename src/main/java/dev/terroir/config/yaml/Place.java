package dev.terroir.config.yaml;

/** A place in a file; both count from 1. */
record Place(int line, int column) {}
