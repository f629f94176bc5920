/** Deployments that speak Gemini's generateContent, at AI Studio and at Vertex AI. */
@NullMarked
package dev.terroir.provider.gemini;

import org.jspecify.annotations.NullMarked;
