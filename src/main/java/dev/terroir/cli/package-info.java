/** The command line, which starts without the server. */
@NullMarked
package dev.terroir.cli;

import org.jspecify.annotations.NullMarked;
