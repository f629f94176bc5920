package dev.terroir.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * Where an earlier process left the log. Half a line at its end was never acknowledged to anybody
 * and is cut off.
 *
 * @param records how many there are
 * @param digest of the last one
 * @param unfinished the exchanges that were begun and not ended
 */
record Recovery(long records, String digest, Set<String> unfinished) {

  static Recovery of(Path directory) throws IOException {
    Files.createDirectories(directory);
    Verification found = Verification.of(directory);
    if (found.fault().isPresent()) {
      throw new IOException(
          "the audit log in `"
              + directory
              + "` was altered: "
              + found.fault().get()
              + "; keep that folder as evidence and give the gateway a new one");
    }
    if (found.tornAt().isPresent()) {
      List<Path> files = Segments.in(directory);
      try (FileChannel last = FileChannel.open(files.getLast(), StandardOpenOption.WRITE)) {
        last.truncate(found.tornAt().get()).force(true);
      }
    }
    return new Recovery(found.records(), found.lastDigest(), found.unfinished());
  }
}
