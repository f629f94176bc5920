/** The directions in which packages may depend on each other, and what no code may use. */
@NullMarked
package dev.terroir.architecture;

import org.jspecify.annotations.NullMarked;
