/** Who is calling: a credential becomes an {@link dev.terroir.identity.Identification}. */
@NullMarked
package dev.terroir.identity;

import org.jspecify.annotations.NullMarked;
