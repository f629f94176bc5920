/** Models inside the gateway's own process. */
@NullMarked
package dev.terroir.provider.embedded;

import org.jspecify.annotations.NullMarked;
