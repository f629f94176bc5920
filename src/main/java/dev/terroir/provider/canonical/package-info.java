/** OpenAI's shape of a request and an answer, as the dialects are translated from and to it. */
@NullMarked
package dev.terroir.provider.canonical;

import org.jspecify.annotations.NullMarked;
