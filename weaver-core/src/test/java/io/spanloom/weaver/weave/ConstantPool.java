package io.spanloom.weaver.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;

/** What a class file mentions: every text in its constant pool. */
final class ConstantPool {

  private static final int UTF8 = 1;

  private ConstantPool() {}

  static List<String> strings(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    char[] buffer = new char[reader.getMaxStringLength()];
    List<String> strings = new ArrayList<>();
    for (int item = 1; item < reader.getItemCount(); item++) {
      int offset = reader.getItem(item) - 1;
      if (offset > 0 && classFile[offset] == UTF8) {
        strings.add(
            new String(
                classFile,
                offset + 3,
                reader.readUnsignedShort(offset + 1),
                java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return strings;
  }
}
