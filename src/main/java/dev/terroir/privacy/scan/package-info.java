/** Finds what is told by its pattern: numbers, addresses of machines and mail, credentials. */
@NullMarked
package dev.terroir.privacy.scan;

import org.jspecify.annotations.NullMarked;
