/** Every kind of request, decided by one library or by two: drills, comparisons, dependence. */
@NullMarked
package dev.terroir.workshop.survey;

import org.jspecify.annotations.NullMarked;
