package io.spanloom.weaver.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** A server that says the same bytes to everybody, whatever they say. */
final class Greeter implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final CompletableFuture<Void> serving;

  Greeter(byte[] greeting) throws IOException {
    serving = CompletableFuture.runAsync(() -> serve(greeting));
  }

  private void serve(byte[] greeting) {
    try {
      while (true) {
        try (Socket socket = server.accept()) {
          socket.getOutputStream().write(greeting);
          socket.getOutputStream().flush();
          socket.getInputStream().read();
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    serving.join();
  }
}
