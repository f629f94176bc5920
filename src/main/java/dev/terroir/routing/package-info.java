/** What is best now among what is permitted: order, health, breakers. */
@NullMarked
package dev.terroir.routing;

import org.jspecify.annotations.NullMarked;
