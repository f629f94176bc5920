package dev.terroir.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx as a bare proxy with kept-alive connections, where it is installed. */
final class NginxProcess implements Proxy {

  private final Process process;
  private final int port;

  private NginxProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Optional<Proxy> start(BenchUpstream upstream) throws IOException, InterruptedException {
    Optional<Path> binary =
        Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (binary.isEmpty()) {
      return Optional.empty();
    }
    Path folder = Files.createTempDirectory("terroir-nginx");
    int port = Ports.free();
    Path config = folder.resolve("nginx.conf");
    Files.writeString(config, config(folder, port, upstream.port()));
    Process process =
        new ProcessBuilder(
                binary.get().toString(), "-p", folder.toString(), "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Ports.await(port, process);
    return Optional.of(new NginxProcess(process, port));
  }

  private static String config(Path folder, int port, int upstream) {
    return """
    daemon off;
    worker_processes 1;
    pid %s/nginx.pid;
    error_log %s/error.log;
    events { worker_connections 1024; }
    http {
      access_log off;
      keepalive_requests 1000000;
      client_body_temp_path %s/body;
      proxy_temp_path %s/proxy;
      fastcgi_temp_path %s/fastcgi;
      uwsgi_temp_path %s/uwsgi;
      scgi_temp_path %s/scgi;
      upstream models { server 127.0.0.1:%d; keepalive 64; keepalive_requests 1000000; }
      server {
        listen 127.0.0.1:%d;
        location / {
          proxy_pass http://models;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_buffering off;
        }
      }
    }
    """
        .formatted(folder, folder, folder, folder, folder, folder, folder, upstream, port);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
