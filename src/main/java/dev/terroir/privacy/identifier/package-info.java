/** Which identifiers do states and industries give out, and is this one of them? */
@NullMarked
package dev.terroir.privacy.identifier;

import org.jspecify.annotations.NullMarked;
