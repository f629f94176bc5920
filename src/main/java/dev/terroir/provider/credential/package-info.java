/** What shows a deployment that it may be called: one file for each way. */
@NullMarked
package dev.terroir.provider.credential;

import org.jspecify.annotations.NullMarked;
