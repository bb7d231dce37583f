package io.spanloom.processor.write;

import java.util.List;
import java.util.stream.Stream;

/**
 * The classes that frameworks generate while a program runs: proxies and subclasses that call the
 * method they override. The AspectJ agent must not weave them. The method they call is traced
 * already, and AspectJ computes no valid stack maps for some of them, which is a {@code
 * VerifyError}.
 *
 * <p>An exclude holds for all classes of the program. A name is excluded only if no source file can
 * declare it by accident: AspectJ takes the dollar signs of a nested class for dots, so {@code
 * Outer.ByteBuddy.Inner} is not {@code *$ByteBuddy$*}. Names that a person might choose are
 * excluded only together with the supertype that the framework gives its classes.
 */
final class GeneratedProxies {

  /** Endings of simple names, as patterns. */
  private static final List<String> NAMES =
      List.of(
          // Spring 6 and later; Spring before; CGLIB itself; Guice
          "$$SpringCGLIB$$*",
          "$$EnhancerBySpringCGLIB$$*",
          "$$FastClassBySpringCGLIB$$*",
          "$$EnhancerByCGLIB$$*",
          "$$FastClassByCGLIB$$*",
          "$$EnhancerByGuice$$*",
          "$$FastClassByGuice$$*",
          // Byte Buddy, and what Mockito and Hibernate call their classes with it
          "$ByteBuddy$*",
          "$MockitoMock$*",
          "$HibernateProxy$*",
          "$HibernateProxy",
          "$HibernateBasicProxy$*",
          // Javassist; Weld and OpenWebBeans, which are CDI containers
          "_$$_jvst*",
          "_$$_javassist_*",
          "$_$$_Weld*",
          "$$Owb*",
          // Micronaut compiles its around advice to subclasses.
          "$Definition$Intercepted");

  private GeneratedProxies() {}

  /** Patterns for {@code <exclude within="…"/>}. */
  static List<String> patterns() {
    return Stream.concat(
            NAMES.stream().map(name -> inAnyPackage("*" + name)),
            Stream.of(
                // Quarkus
                and(inAnyPackage("*_ClientProxy"), "io.quarkus.arc.ClientProxy"),
                and(inAnyPackage("*_Subclass"), "io.quarkus.arc.Subclass"),
                and(inAnyPackage("$Proxy*"), "java.lang.reflect.Proxy")))
        .toList();
  }

  /**
   * Two patterns, since {@code *..} needs a package. One alone would not do either: AspectJ takes a
   * short cut for {@code *..*NAME*}, in which it never finds a name with a dollar sign.
   */
  private static String inAnyPackage(String simpleName) {
    return "*.." + simpleName + " || " + simpleName;
  }

  private static String and(String names, String supertype) {
    return "(" + names + ") AND " + supertype + "+";
  }
}
