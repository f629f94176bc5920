/** Holds the manifests under {@code k8s} to the facts of the product. */
@NullMarked
package dev.terroir.kubernetes;

import org.jspecify.annotations.NullMarked;
