/** A text as kinds of characters, and many patterns over it followed together. */
@NullMarked
package dev.terroir.privacy.scan.automaton;

import org.jspecify.annotations.NullMarked;
