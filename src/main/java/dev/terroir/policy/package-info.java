/** May this request go there: rules, their compiled form, and the decision. Pure. */
@NullMarked
package dev.terroir.policy;

import org.jspecify.annotations.NullMarked;
