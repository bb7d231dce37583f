package io.spanloom.bedrock;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A message of {@code application/vnd.amazon.eventstream}, as AWS documents it for its streaming
 * interfaces: lengths, a checksum of them, headers, payload, a checksum of everything. The SDK's
 * own encoder is another package in the newest version than in the oldest.
 */
final class EventStreamMessage {

  private static final int PRELUDE_BYTES = 12;
  private static final int CHECKSUM_BYTES = 4;
  private static final byte STRING = 7;

  private EventStreamMessage() {}

  static byte[] encode(Map<String, String> headers, byte[] payload) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    headers.forEach((name, value) -> encoded.writeBytes(header(name, value)));
    encoded.writeBytes(header(":content-type", "application/json"));
    byte[] head = encoded.toByteArray();
    int length = PRELUDE_BYTES + head.length + payload.length + CHECKSUM_BYTES;
    ByteBuffer message = ByteBuffer.allocate(length).putInt(length).putInt(head.length);
    message.putInt(checksum(message)).put(head).put(payload);
    return message.putInt(checksum(message)).array();
  }

  private static byte[] header(String name, String value) {
    byte[] key = name.getBytes(StandardCharsets.UTF_8);
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(4 + key.length + text.length)
        .put((byte) key.length)
        .put(key)
        .put(STRING)
        .putShort((short) text.length)
        .put(text)
        .array();
  }

  private static int checksum(ByteBuffer written) {
    CRC32 crc = new CRC32();
    crc.update(written.array(), 0, written.position());
    return (int) crc.getValue();
  }
}
