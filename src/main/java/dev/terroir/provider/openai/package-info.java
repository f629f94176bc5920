/** Deployments that speak OpenAI's chat dialect: vLLM, Ollama, llama.cpp, TGI and hosted ones. */
@NullMarked
package dev.terroir.provider.openai;

import org.jspecify.annotations.NullMarked;
