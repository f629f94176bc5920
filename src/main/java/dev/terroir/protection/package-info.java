/** What does a deployment get to read, and what does the caller get back? */
@NullMarked
package dev.terroir.protection;

import org.jspecify.annotations.NullMarked;
