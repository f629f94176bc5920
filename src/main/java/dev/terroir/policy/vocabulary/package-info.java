/** The closed vocabularies of the policy language. */
@NullMarked
package dev.terroir.policy.vocabulary;

import org.jspecify.annotations.NullMarked;
