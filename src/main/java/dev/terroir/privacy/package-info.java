/** What protected data a text holds. */
@NullMarked
package dev.terroir.privacy;

import org.jspecify.annotations.NullMarked;
