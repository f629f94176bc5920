/** Deployments that speak Anthropic's Messages. */
@NullMarked
package dev.terroir.provider.anthropic;

import org.jspecify.annotations.NullMarked;
