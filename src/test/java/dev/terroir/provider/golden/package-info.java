/** Every dialect against exchanges in the shape that its vendor documents. */
@NullMarked
package dev.terroir.provider.golden;

import org.jspecify.annotations.NullMarked;
