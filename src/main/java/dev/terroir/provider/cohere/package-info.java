/** Deployments that speak Cohere's chat of version 2. */
@NullMarked
package dev.terroir.provider.cohere;

import org.jspecify.annotations.NullMarked;
