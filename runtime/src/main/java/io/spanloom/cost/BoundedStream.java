package io.spanloom.cost;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails where it becomes too long. */
final class BoundedStream extends FilterInputStream {

  private final long max;
  private long count;

  BoundedStream(InputStream in, long max) {
    super(in);
    this.max = max;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    return read < 0 ? read : counted(1, read);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    return read < 0 ? read : counted(read, read);
  }

  private int counted(int more, int result) throws IOException {
    count += more;
    if (count > max) {
      throw new IOException("it has more than " + max + " bytes");
    }
    return result;
  }
}
