/** The dialects of callers, each read into and written from the one canonical form. */
@NullMarked
package dev.terroir.api.dialect;

import org.jspecify.annotations.NullMarked;
