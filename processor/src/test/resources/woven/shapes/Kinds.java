package shapes;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Task;
import java.io.IOException;

/** The kinds of types that can hold a method. */
final class Kinds {
  private Kinds() {}

  enum Level {
    LOW {
      @Override
      int withBody(int number) {
        return 0;
      }
    },
    HIGH;

    @Task
    int withBody(int number) {
      return number;
    }

    @Task
    @Attribute(key = "app.level")
    Level inEnum() {
      return this;
    }
  }

  interface Greeter {
    @Task
    default String inInterface(String name) {
      return inPrivate(name);
    }

    @Task
    static String inStatic(String name) {
      return name;
    }

    @Task
    private String inPrivate(String name) {
      return name;
    }
  }

  static final class Polite implements Greeter {}

  static final class Rude implements Greeter {
    @Task
    void ownGreeting() {}

    @Override
    @Task("own annotation wins")
    public String inInterface(String name) {
      return "";
    }
  }

  record Point(int x, int y) {
    @Task
    int inRecord(int factor) {
      return x * factor;
    }
  }

  static class Dollar$Name {
    @Task
    Dollar$Name inDollar(Dollar$Name other) {
      return this;
    }

    @Task
    String $dollar$(String $, String a$b) {
      return $;
    }
  }

  abstract static class Base {
    @Task
    protected final synchronized String inAbstract(String text) throws IOException {
      if (text.isEmpty()) {
        throw new IOException("empty");
      }
      return text;
    }
  }

  static final class Concrete extends Base {}

  sealed interface Shape permits Circle {}

  record Circle(double radius) implements Shape {
    @Task
    Shape inSealed(Shape other) {
      return other;
    }
  }

  private static final class Inaccessible {
    @Task
    boolean inPrivateClass(byte a, short b, char c, float d, boolean e) {
      return e;
    }
  }

  static void callInaccessible() {
    new Inaccessible().inPrivateClass((byte) 1, (short) 2, 'c', 1.5f, true);
  }
}
