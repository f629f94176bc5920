/** Reads the operators' files into the types of the core. */
@NullMarked
package dev.terroir.config.files;

import org.jspecify.annotations.NullMarked;
