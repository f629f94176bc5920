package dev.terroir.bench;

import java.util.stream.Stream;

/** A process that requests go through. */
interface Proxy extends AutoCloseable {

  int port();

  ProcessHandle process();

  /** The CPU time of the process and those that it has started, so far. */
  default double cpuMicros() {
    return Stream.concat(Stream.of(process()), process().descendants())
        .flatMap(handle -> handle.info().totalCpuDuration().stream())
        .mapToDouble(duration -> duration.toNanos() / 1e3)
        .sum();
  }

  @Override
  void close();
}
