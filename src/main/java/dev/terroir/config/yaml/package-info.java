/** Reads YAML strictly and remembers where everything stands. */
@NullMarked
package dev.terroir.config.yaml;

import org.jspecify.annotations.NullMarked;
