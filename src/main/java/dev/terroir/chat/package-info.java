/** The wire: OpenAI's chat shape as the canonical form, and server-sent events. */
@NullMarked
package dev.terroir.chat;

import org.jspecify.annotations.NullMarked;
