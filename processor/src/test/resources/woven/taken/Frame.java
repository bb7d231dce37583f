package taken;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Task;

/** A class whose package has classes named like those that generated code uses. */
final class Frame {
  record SpanSpec(java.lang.String value) {}

  @Task("class called Frame")
  Frame framed(Frame frame, @Attribute(key = "app.spec", path = "value") SpanSpec spec) {
    return spec.value().isEmpty() ? frame : this;
  }

  @Task("class called String")
  String text(String String, @Attribute(key = "app.text", path = "text") String text) {
    return text.text().isEmpty() ? String : text;
  }

  @Task("class called Throwable")
  Throwable thrown(Throwable thrown, List list) {
    return list == null ? thrown : null;
  }
}
