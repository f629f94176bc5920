/** Which models exist, made by whom, served where and by whom. */
@NullMarked
package dev.terroir.catalog;

import org.jspecify.annotations.NullMarked;
