/** What language a text is in. */
@NullMarked
package dev.terroir.language;

import org.jspecify.annotations.NullMarked;
