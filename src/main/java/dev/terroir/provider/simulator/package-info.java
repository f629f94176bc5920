/** The built-in simulator, which answers in place of real models and marks every answer. */
@NullMarked
package dev.terroir.provider.simulator;

import org.jspecify.annotations.NullMarked;
