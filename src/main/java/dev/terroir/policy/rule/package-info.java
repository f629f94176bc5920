/** What policy files say, parsed and not yet compiled. */
@NullMarked
package dev.terroir.policy.rule;

import org.jspecify.annotations.NullMarked;
