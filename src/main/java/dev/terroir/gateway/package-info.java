/** The main path: from a request to a lawful model and back. */
@NullMarked
package dev.terroir.gateway;

import org.jspecify.annotations.NullMarked;
