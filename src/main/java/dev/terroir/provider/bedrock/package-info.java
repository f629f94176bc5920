/** Deployments that speak Amazon Bedrock's Converse. */
@NullMarked
package dev.terroir.provider.bedrock;

import org.jspecify.annotations.NullMarked;
