/** The outward side: one adapter for each dialect that deployments speak. */
@NullMarked
package dev.terroir.provider;

import org.jspecify.annotations.NullMarked;
