/** OpenAI's chat, legacy completions and embeddings. */
@NullMarked
package dev.terroir.api.dialect.openai;

import org.jspecify.annotations.NullMarked;
