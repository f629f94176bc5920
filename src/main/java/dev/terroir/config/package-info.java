/**
 * The composition root: settings, the loader of operators' files, and wiring. Nothing uses this
 * package.
 */
@NullMarked
package dev.terroir.config;

import org.jspecify.annotations.NullMarked;
