/** Expected decisions: the tests of the policies. */
@NullMarked
package dev.terroir.policy.scenario;

import org.jspecify.annotations.NullMarked;
