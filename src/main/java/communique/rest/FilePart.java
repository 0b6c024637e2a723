package communique.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a part of a file through a buffer of fixed size, whatever the size of the file. */
record FilePart(Path file, ByteRange part) implements StreamingOutput {
  private static final int BUFFER = 64 * 1024;

  @Override
  public void write(OutputStream to) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, part.length()));
      long position = part.first();
      while (position <= part.last()) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), part.last() - position + 1));
        int read = channel.read(buffer, position);
        if (read < 0) {
          throw new IOException("the file is shorter than the record says: " + file);
        }
        to.write(buffer.array(), 0, read);
        position += read;
      }
    }
  }
}
