package io.spanloom.weaver.weave;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.aspectj.weaver.UnresolvedType;
import org.aspectj.weaver.bcel.ClassPathManager;
import org.jspecify.annotations.Nullable;

/** Lets AspectJ look up types in our class path instead of its own, which is not thread-safe. */
final class WeaverClassPath extends ClassPathManager {

  private final Map<String, FileContent> aspects;
  private final ClassPath classPath;

  /**
   * A class path with other aspects than it has.
   *
   * @param aspects by binary name
   */
  WeaverClassPath(Map<String, FileContent> aspects, ClassPath classPath) {
    this.aspects = Map.copyOf(aspects);
    this.classPath = classPath;
  }

  @Override
  public @Nullable ClassFile find(UnresolvedType type) {
    try {
      FileContent aspect = aspects.get(type.getName());
      FileContent content = aspect == null ? classPath.read(type.getName()) : aspect;
      return content == null ? null : new InMemoryClassFile(type.getName(), content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void closeArchives() {
    // Whoever opened the class path closes it.
  }

  @Override
  public String toString() {
    return classPath.toString();
  }

  private static final class InMemoryClassFile extends ClassFile {

    private final String className;
    private final FileContent content;

    InMemoryClassFile(String className, FileContent content) {
      this.className = className;
      this.content = content;
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(content.bytes());
    }

    @Override
    public String getPath() {
      return className;
    }

    @Override
    public void close() {}
  }
}
