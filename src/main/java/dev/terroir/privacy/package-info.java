/** What protected data does a text hold? */
@NullMarked
package dev.terroir.privacy;

import org.jspecify.annotations.NullMarked;
