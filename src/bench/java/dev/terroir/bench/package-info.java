/** Measures the whole path, beside nginx where that is installed. */
@NullMarked
package dev.terroir.bench;

import org.jspecify.annotations.NullMarked;
