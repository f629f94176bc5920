/** One request to a deployment and its answer over HTTP, whatever dialect they are in. */
@NullMarked
package dev.terroir.provider.wire;

import org.jspecify.annotations.NullMarked;
