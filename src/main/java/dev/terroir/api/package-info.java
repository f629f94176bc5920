/** HTTP in and out: routes, the callers' dialect, errors. */
@NullMarked
package dev.terroir.api;

import org.jspecify.annotations.NullMarked;
