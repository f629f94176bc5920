/** OpenAI's responses. */
@NullMarked
package dev.terroir.api.dialect.responses;

import org.jspecify.annotations.NullMarked;
