package dev.terroir.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** A number of connections, each of which sends its next request when it has its answer. */
final class Load {

  private final int port;
  private final byte[] request;
  private final int connections;

  record Latency(long p50Micros, long p99Micros) {}

  Load(int port, String key, String body, int connections) {
    this.port = port;
    this.request = Connection.request(key, body);
    this.connections = connections;
  }

  Latency run(int requests) throws Exception {
    Histogram histogram = new ConcurrentHistogram(TimeUnit.SECONDS.toMicros(60), 3);
    AtomicInteger left = new AtomicInteger(requests);
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        all.add(threads.submit(() -> send(left, histogram)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    return new Latency(histogram.getValueAtPercentile(50), histogram.getValueAtPercentile(99));
  }

  private Void send(AtomicInteger left, Histogram histogram) throws IOException {
    try (Connection connection = new Connection(port)) {
      while (left.decrementAndGet() >= 0) {
        long begun = System.nanoTime();
        connection.exchange(request);
        histogram.recordValue((System.nanoTime() - begun) / 1000);
      }
    }
    return null;
  }
}
