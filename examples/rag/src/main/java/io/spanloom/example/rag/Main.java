package io.spanloom.example.rag;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the program starts. */
public final class Main {

  /** Held, for a logger that nobody holds forgets its level. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  /** Runs the program with the process's environment and streams. */
  public static void main(String... arguments) {
    // Without it the JDK's HTTP server waits 40 ms for an acknowledgement before many answers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // Lucene says that this or a newer JDK could be faster; a few hundred vectors are fast enough.
    LUCENE.setLevel(Level.SEVERE);
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int status = new Program(System.getenv(), out, err).run(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Citations and the tree's lines are not ASCII, whatever the locale. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
