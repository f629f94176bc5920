/** The arithmetic of check digits, on characters and without allocation. */
@NullMarked
package dev.terroir.privacy.identifier.arithmetic;

import org.jspecify.annotations.NullMarked;
