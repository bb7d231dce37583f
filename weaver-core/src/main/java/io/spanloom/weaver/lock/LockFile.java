package io.spanloom.weaver.lock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spanloom.weaver.file.BoundedFile;
import io.spanloom.weaver.model.JsonText;
import io.spanloom.weaver.model.SpanModel.Conventions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The file that a lock is kept in, made for reviews: sorted, a line for each fact, and nothing that
 * changes when code moves.
 */
public final class LockFile {

  private static final int FORMAT_VERSION = 1;

  private final Path file;

  /** Reads and writes this file. */
  public LockFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @return what it says, or null if there is none
   * @throws LockException if it is not a lock this plugin understands
   */
  public @Nullable Lock read() throws LockException {
    try {
      return parse(new JsonMapper().readTree(BoundedFile.read(file)));
    } catch (NoSuchFileException absent) {
      return null;
    } catch (JsonProcessingException malformed) {
      throw unreadable(malformed.getOriginalMessage(), malformed);
    } catch (IOException failure) {
      throw unreadable(failure.toString(), failure);
    } catch (IllegalArgumentException | NullPointerException wrong) {
      throw unreadable(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private Lock parse(JsonNode root) throws LockException {
    JsonNode version = root.path("formatVersion");
    if (!version.isInt()) {
      throw unreadable("it has no \"formatVersion\"", null);
    }
    if (version.intValue() > FORMAT_VERSION) {
      throw new LockException(
          "Cannot read %s: it has format version %d and this plugin understands up to %d. Update spanloom-maven-plugin to the version that wrote it."
              .formatted(file, version.intValue(), FORMAT_VERSION),
          null);
    }
    JsonNode conventions = root.path("conventions");
    List<LockedSpan> spans = new ArrayList<>();
    root.path("spans").forEach(span -> spans.add(span(span)));
    return new Lock(
        new Conventions(text(conventions, "genai"), text(conventions, "openinference")), spans);
  }

  @SuppressWarnings("NullAway") // the records say which member is missing
  private static LockedSpan span(JsonNode span) {
    return new LockedSpan(
        text(span, "method"),
        text(span, "span"),
        text(span, "kind"),
        text(span, "steps"),
        members(span.path("attributes"), LockedAttribute::parse),
        members(span.path("arguments"), LockedArgument::parse));
  }

  @SuppressWarnings("NullAway") // likewise
  private static String text(JsonNode object, String member) {
    return object.path(member).textValue();
  }

  private static <T> SortedMap<String, T> members(JsonNode object, Function<String, T> parser) {
    SortedMap<String, T> members = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      members.put(member.getKey(), parser.apply(member.getValue().asText()));
    }
    return members;
  }

  private LockException unreadable(String reason, @Nullable Exception cause) {
    return new LockException(
        "Cannot read %s: %s. Restore it from version control (a merge may have left its marks), or write it anew with -Dspanloom.update."
            .formatted(file, reason),
        cause);
  }

  /**
   * Writes the file, unless it says the same already.
   *
   * @return whether it has changed
   * @throws LockException if it cannot be written
   */
  public boolean write(Lock lock) throws LockException {
    String text = text(lock);
    try {
      if (Files.exists(file) && Files.readString(file).equals(text)) {
        return false;
      }
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
      return true;
    } catch (IOException failure) {
      throw new LockException(
          "Cannot write %s: %s. Make the directory writable.".formatted(file, failure), failure);
    }
  }

  static String text(Lock lock) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("formatVersion", FORMAT_VERSION);
    root.putObject("conventions")
        .put("genai", lock.conventions().genai())
        .put("openinference", lock.conventions().openinference());
    for (LockedSpan span : lock.spans()) {
      write(span, root.withArray("spans").addObject());
    }
    return JsonText.pretty(root);
  }

  private static void write(LockedSpan span, ObjectNode json) {
    json.put("method", span.method()).put("span", span.span()).put("kind", span.kind());
    if (span.steps() != null) {
      json.put("steps", span.steps());
    }
    writeMembers(span.attributes(), "attributes", json);
    writeMembers(span.arguments(), "arguments", json);
  }

  private static void writeMembers(Map<String, ?> members, String name, ObjectNode json) {
    if (!members.isEmpty()) {
      ObjectNode object = json.putObject(name);
      members.forEach((key, value) -> object.put(key, value.toString()));
    }
  }
}
