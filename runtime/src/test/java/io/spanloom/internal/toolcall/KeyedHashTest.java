package io.spanloom.internal.toolcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyedHashTest {

  /** The vectors of SipHash's authors, for messages of whole words; key and message count up. */
  @ParameterizedTest
  @CsvSource({
    "0, a3817f04ba25a8e66df67214c7550293",
    "8, 3b62a9ba6258f5610f83e264f31497b4",
    "16, 6ee2a4ca67b054bbfd3315bf85230577",
    "64, 1eaf077dc0d4cd3f8cad4d383658a74b"
  })
  void isSipHash(int length, String expected) {
    KeyedHash hash = new KeyedHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
    hash.begin();
    for (int i = 0; i < length; i += Long.BYTES) {
      hash.add(0x0706050403020100L + i * 0x0101010101010101L);
    }
    Digest digest = hash.end();

    assertThat(hex(digest.high()) + hex(digest.low())).isEqualTo(expected);
  }

  @Test
  void noTextContinuesAnother() {
    KeyedHash hash = new KeyedHash();
    Set<Digest> digests = new HashSet<>();
    for (int length = 0; length < 100; length++) {
      digests.add(hash.of(1, "\0".repeat(length)));
      digests.add(hash.of(2, "\0".repeat(length)));
    }

    assertThat(digests).hasSize(200);
  }

  @Test
  void sumsCarry() {
    Digest most = new Digest(0, -1);

    assertThat(most.plus(new Digest(0, 1))).isEqualTo(new Digest(1, 0));
    assertThat(most.plus(most)).isEqualTo(new Digest(1, -2));
  }

  /** Digests are written with their lowest byte first. */
  private static String hex(long word) {
    return "%016x".formatted(Long.reverseBytes(word));
  }
}
