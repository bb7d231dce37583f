package io.spanloom.processor.write;

/** What a part of the input is called, on the span and in the model. */
final class InputNames {

  private InputNames() {}

  static String of(String parameter, String path) {
    if (path.isEmpty()) {
      return parameter;
    }
    return path.startsWith("[") ? parameter + path : parameter + "." + path;
  }
}
