package io.spanloom.weaver.weave;

/** Sources that weaver tests share: a recorder, a greeter, and aspects written by hand. */
final class Samples {

  static final String GREET = "(Ljava/lang/String;)Ljava/lang/String;";

  /** Notes what advice sees. */
  static final String RECORDER =
      """
      package demo;

      public final class Recorder {
        public static final java.util.List<String> EVENTS = new java.util.ArrayList<>();
      }
      """;

  static final String GREETER =
      """
      package demo;

      public class Greeter {
        String greet(String name) {
          return "hello " + name;
        }

        static Object run() {
          new Greeter().greet("Ada");
          return Recorder.EVENTS;
        }
      }
      """;

  static final String GREETER_ASPECT =
      aspect("Greeter", "java.lang.String demo.Greeter.greet(java.lang.String)");

  private Samples() {}

  /** An aspect of the shape that the processor generates. */
  static String aspect(String className, String signature) {
    return """
    package demo;

    import org.aspectj.lang.annotation.AfterReturning;
    import org.aspectj.lang.annotation.AfterThrowing;
    import org.aspectj.lang.annotation.Aspect;
    import org.aspectj.lang.annotation.Before;

    @Aspect
    final class %1$s_SpanAspect {

      @AfterThrowing(
          pointcut = "execution(%2$s) && within(demo.%1$s)",
          throwing = "thrown",
          argNames = "thrown")
      public void failed(Throwable thrown) {
        Recorder.EVENTS.add("failed " + thrown.getMessage());
      }

      @AfterReturning(
          pointcut = "execution(%2$s) && within(demo.%1$s)",
          returning = "result",
          argNames = "result")
      public void returned(Object result) {
        Recorder.EVENTS.add("returned " + result);
      }

      @Before(
          value = "execution(%2$s) && within(demo.%1$s) && args(argument)",
          argNames = "argument")
      public void before(Object argument) {
        Recorder.EVENTS.add("before " + argument);
      }
    }
    """
        .formatted(className, signature);
  }
}
