package dev.terroir.workshop.check;

import dev.terroir.workshop.lens.Lens;
import java.util.stream.Stream;

/** Looks for one kind of mistake. */
interface Check {

  Stream<Finding> findings(Lens lens);
}
