/** The compiled form of the rules: bit sets over deployments, and what is done with them. */
@NullMarked
package dev.terroir.policy.engine;

import org.jspecify.annotations.NullMarked;
