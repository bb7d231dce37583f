package io.spanloom.weaver.weave;

import java.util.ArrayList;
import java.util.List;
import org.aspectj.bridge.IMessage;
import org.aspectj.bridge.IMessageHandler;
import org.aspectj.bridge.ISourceLocation;

/** What AspectJ has to say about a weave: errors, which forbid using its result, and warnings. */
final class WeaverMessages implements IMessageHandler {

  private final List<String> errors = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  List<String> errors() {
    return List.copyOf(errors);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public boolean handleMessage(IMessage message) {
    if (!isIgnoring(message.getKind())) {
      (message.isWarning() ? warnings : errors).add(describe(message));
    }
    return true;
  }

  private static String describe(IMessage message) {
    ISourceLocation location = message.getSourceLocation();
    String text = message.getMessage().strip();
    String where =
        location == null || location.getSourceFile() == null
            ? ""
            : location.getSourceFile().getName() + ":" + location.getLine() + ": ";
    String cause = message.getThrown() == null ? "" : " (" + message.getThrown() + ")";
    return where + text + cause;
  }

  @Override
  public boolean isIgnoring(IMessage.Kind kind) {
    return kind != IMessage.WARNING && kind.isSameOrLessThan(IMessage.WARNING);
  }

  @Override
  public void dontIgnore(IMessage.Kind kind) {}

  @Override
  public void ignore(IMessage.Kind kind) {}
}
