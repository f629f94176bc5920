/** Which words of a free text are probably people's names and postal addresses? */
@NullMarked
package dev.terroir.privacy.names;

import org.jspecify.annotations.NullMarked;
