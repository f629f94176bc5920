/** Anthropic's messages. */
@NullMarked
package dev.terroir.api.dialect.anthropic;

import org.jspecify.annotations.NullMarked;
