/** What a decision is made from, besides the policies and the day. */
@NullMarked
package dev.terroir.policy.facts;

import org.jspecify.annotations.NullMarked;
