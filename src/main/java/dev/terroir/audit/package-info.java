/** What happened: intents, outcomes and the log that keeps them. */
@NullMarked
package dev.terroir.audit;

import org.jspecify.annotations.NullMarked;
