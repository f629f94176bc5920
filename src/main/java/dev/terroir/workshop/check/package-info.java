/** What is wrong with a folder that can be read: contradictions, dead rules, what has expired. */
@NullMarked
package dev.terroir.workshop.check;

import org.jspecify.annotations.NullMarked;
