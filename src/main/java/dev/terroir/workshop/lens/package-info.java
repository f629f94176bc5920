/** What can be known of a library without asking for a decision: the ground of every check. */
@NullMarked
package dev.terroir.workshop.lens;

import org.jspecify.annotations.NullMarked;
