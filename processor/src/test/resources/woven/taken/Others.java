package taken;

/** Calls the classes that no other package can see. */
public final class Others {
  private Others() {}

  public static void call() throws ReflectiveOperationException {
    Frame frame = new Frame();
    frame.framed(frame, new Frame.SpanSpec(""));
    frame.text(null, new String("t"));
    frame.thrown(null, null);
    Class<?> unpackaged = Class.forName("Unpackaged");
    Class<?> turn = Class.forName("Unpackaged$Turn");
    var makeTurn = turn.getDeclaredConstructor(int.class);
    var make = unpackaged.getDeclaredConstructor();
    var method = unpackaged.getDeclaredMethod("turn", turn);
    makeTurn.setAccessible(true);
    make.setAccessible(true);
    method.setAccessible(true);
    method.invoke(make.newInstance(), makeTurn.newInstance(1));
  }
}
