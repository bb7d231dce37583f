package io.spanloom.integrations.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a jar of an integration declares to GraalVM's {@code native-image}. */
public final class NativeImageFiles {

  private static final String FOLDER = "/META-INF/native-image/io.spanloom/";

  private final Class<?> member;
  private final String artifact;

  /**
   * The files of a jar.
   *
   * @param member a class of the jar
   * @param artifact the jar's artifact id
   */
  public NativeImageFiles(Class<?> member, String artifact) {
    this.member = member;
    this.artifact = artifact;
  }

  /** Whether an object's class is a proxy that is declared. */
  public boolean declares(Object proxy) throws IOException {
    for (JsonNode declared : read("proxy-config.json")) {
      List<String> interfaces = new ArrayList<>();
      declared.get("interfaces").forEach(name -> interfaces.add(name.asText()));
      if (interfaces.equals(
          Stream.of(proxy.getClass().getInterfaces()).map(Class::getName).toList())) {
        return true;
      }
    }
    return false;
  }

  /** The types and members that are declared, and are not in the libraries on the class path. */
  public List<String> missing() throws IOException {
    List<String> missing = new ArrayList<>();
    for (JsonNode proxy : read("proxy-config.json")) {
      find(proxy.at("/condition/typeReachable").asText(), missing);
      proxy.get("interfaces").forEach(name -> find(name.asText(), missing));
    }
    for (JsonNode entry : read("reflect-config.json")) {
      find(entry.at("/condition/typeReachable").asText(), missing);
      Class<?> type = find(entry.get("name").asText(), missing);
      entry.path("fields").forEach(field -> findField(type, field.get("name").asText(), missing));
      entry.path("methods").forEach(it -> findMethod(type, it.get("name").asText(), missing));
    }
    return missing;
  }

  private Class<?> find(String name, List<String> missing) {
    try {
      return Class.forName(name, false, member.getClassLoader());
    } catch (ClassNotFoundException unknown) {
      missing.add(name);
      return Void.class;
    }
  }

  private static void findField(Class<?> type, String name, List<String> missing) {
    if (Arrays.stream(type.getDeclaredFields()).noneMatch(field -> field.getName().equals(name))) {
      missing.add(type.getName() + "." + name);
    }
  }

  private static void findMethod(Class<?> type, String name, List<String> missing) {
    Method[] methods = type.getMethods();
    if (Arrays.stream(methods)
        .noneMatch(method -> method.getName().equals(name) && method.getParameterCount() == 0)) {
      missing.add(type.getName() + "." + name + "()");
    }
  }

  private JsonNode read(String file) throws IOException {
    try (InputStream in = member.getResourceAsStream(FOLDER + artifact + "/" + file)) {
      ObjectMapper json = new ObjectMapper();
      return in == null ? json.createArrayNode() : json.readTree(in);
    }
  }
}
