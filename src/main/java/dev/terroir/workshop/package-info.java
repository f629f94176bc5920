/** What operators ask of policies before they count: what would change, what would happen if. */
@NullMarked
package dev.terroir.workshop;

import org.jspecify.annotations.NullMarked;
