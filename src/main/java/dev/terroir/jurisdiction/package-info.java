/** Where law applies: country codes, blocs, and which of them bind a request. */
@NullMarked
package dev.terroir.jurisdiction;

import org.jspecify.annotations.NullMarked;
