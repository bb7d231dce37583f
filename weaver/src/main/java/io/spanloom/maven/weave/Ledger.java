package io.spanloom.maven.weave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the last weave read and wrote, so that the next one can tell a class that was recompiled
 * from one that is as we left it.
 *
 * @param fingerprint digest of everything else that the weave depended on
 * @param complete false while classes are being written: a build that died there weaves all again
 * @param classes by binary name
 */
record Ledger(String fingerprint, boolean complete, Map<String, Entry> classes) {

  private static final ObjectMapper MAPPER = new JsonMapper();

  Ledger {
    classes = new TreeMap<>(classes);
  }

  static Ledger empty() {
    return new Ledger("", false, Map.of());
  }

  /** Reads a ledger; one that is absent or damaged counts as empty. */
  static Ledger read(Path file) throws IOException {
    try {
      return MAPPER.readValue(Files.readAllBytes(file), Ledger.class);
    } catch (NoSuchFileException | JsonProcessingException unusable) {
      return empty();
    }
  }

  void write(Path file) throws IOException {
    byte[] json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    ClassDirectory.writeAtomically(file, json);
  }

  boolean wrote(String className, ClassContent content) {
    Entry entry = classes.get(className);
    return entry != null && entry.woven().contains(content.digest());
  }

  /**
   * A class as we know it.
   *
   * @param unwoven digest of the bytes that were woven
   * @param woven digests of what we wrote in its place: one, or two while a weave is under way
   */
  record Entry(String unwoven, List<String> woven) {

    Entry {
      woven = List.copyOf(woven);
    }
  }
}
