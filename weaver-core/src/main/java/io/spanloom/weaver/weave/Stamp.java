package io.spanloom.weaver.weave;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Tells by their names, sizes and times whether files changed, without reading them and whatever
 * their order.
 */
final class Stamp {

  private long sum;
  private int count;

  static Stamp of(Map<String, BasicFileAttributes> files) {
    Stamp stamp = new Stamp();
    files.forEach(stamp::add);
    return stamp;
  }

  void add(String name, BasicFileAttributes file) {
    long hash = mix(file.size());
    hash = mix(hash + file.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    for (int i = 0; i < name.length(); i++) {
      hash = hash * 31 + name.charAt(i);
    }
    sum += mix(hash);
    count++;
  }

  /** Equal for the same files, and hardly ever for others: 64 bits decide. */
  String text() {
    return count + "-" + Long.toHexString(sum);
  }

  /** Spreads a change of any bit over all others: the finalizer of MurmurHash3. */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
