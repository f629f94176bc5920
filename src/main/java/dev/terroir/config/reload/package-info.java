/** Replaces the policies in force when their folder changes, and keeps the last good ones. */
@NullMarked
package dev.terroir.config.reload;

import org.jspecify.annotations.NullMarked;
