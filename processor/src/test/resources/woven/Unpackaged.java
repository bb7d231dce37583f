import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Task;

/** A class in the default package. */
class Unpackaged {
  record Turn(int number) {}

  @Task("default package")
  int turn(@Attribute(key = "app.turn", path = "number") Turn turn) {
    return turn.number();
  }
}
