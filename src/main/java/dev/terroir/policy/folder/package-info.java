/** The operators' files as seen from outside: read whole, or every fault. */
@NullMarked
package dev.terroir.policy.folder;

import org.jspecify.annotations.NullMarked;
