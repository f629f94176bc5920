/** Placeholders in place of what was found, and the way back. */
@NullMarked
package dev.terroir.privacy.pseudonym;

import org.jspecify.annotations.NullMarked;
