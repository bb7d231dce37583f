package io.spanloom.integrations.testing;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reflects on all classes of a jar as frameworks do: on what they declare and inherit, private
 * members included. That fails if a signature names a type that is not on the class path.
 */
@SuppressWarnings({"CheckReturnValue", "ReturnValueIgnored"}) // to ask is to resolve
public final class Signatures {

  private final Class<?> type;

  private Signatures(Class<?> type) {
    this.type = type;
  }

  /**
   * What could not be resolved, one line for each class; empty if one can reflect on all of them.
   *
   * @param member a class of the jar, loaded by the class loader to resolve types with
   */
  public static List<String> unresolved(Class<?> member)
      throws IOException, URISyntaxException, ClassNotFoundException {
    List<String> unresolved = new ArrayList<>();
    for (String name : classNames(member)) {
      try {
        new Signatures(Class.forName(name, false, member.getClassLoader())).resolve();
      } catch (LinkageError | TypeNotPresentException missing) {
        unresolved.add(name + ": " + missing);
      }
    }
    return unresolved;
  }

  /** The names of all classes in the same jar or directory. */
  private static List<String> classNames(Class<?> member) throws IOException, URISyntaxException {
    Path place = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return classNames(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return classNames(jar.getPath("/"));
    }
  }

  private static List<String> classNames(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".class") && !file.startsWith("META-INF"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .filter(name -> !name.equals("module-info"))
          .sorted()
          .toList();
    }
  }

  private void resolve() {
    type.getMethods();
    type.getDeclaredClasses();
    type.getNestMembers();
    type.getAnnotations();
    resolve(type.getGenericSuperclass());
    Stream.of(type.getGenericInterfaces()).forEach(Signatures::resolve);
    for (Method method : type.getDeclaredMethods()) {
      resolve(method);
      resolve(method.getGenericReturnType());
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      resolve(constructor);
    }
    for (Field field : type.getDeclaredFields()) {
      field.getAnnotations();
      resolve(field.getGenericType());
      resolve(field.getAnnotatedType());
    }
    if (type.isRecord()) {
      Stream.of(type.getRecordComponents())
          .map(RecordComponent::getGenericType)
          .forEach(Signatures::resolve);
    }
  }

  private static void resolve(Executable executable) {
    executable.getAnnotations();
    executable.getParameterAnnotations();
    resolve(executable.getAnnotatedReturnType());
    Stream.of(executable.getTypeParameters()).forEach(parameter -> parameter.getBounds());
    Stream.of(executable.getGenericParameterTypes()).forEach(Signatures::resolve);
    Stream.of(executable.getGenericExceptionTypes()).forEach(Signatures::resolve);
  }

  private static void resolve(AnnotatedType annotated) {
    annotated.getAnnotations();
  }

  /** A type's arguments are resolved when they are asked for. */
  private static void resolve(Type generic) {
    if (generic instanceof ParameterizedType parameterized) {
      Stream.of(parameterized.getActualTypeArguments()).forEach(Signatures::resolve);
    }
  }
}
