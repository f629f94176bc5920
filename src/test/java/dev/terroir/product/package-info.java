/** The product as it starts for a newcomer: Quarkus, the shipped policies, the simulator. */
@NullMarked
package dev.terroir.product;

import org.jspecify.annotations.NullMarked;
