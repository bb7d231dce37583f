package io.spanloom.testing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds a text in all that a span says. */
final class Mentions {

  private final String text;
  private final String span;
  private final List<String> found = new ArrayList<>();

  private Mentions(String text, String span) {
    this.text = text;
    this.span = span;
  }

  /** Where the text stands, each place in a line. */
  static Stream<String> of(String text, TracedSpan span) {
    SpanData data = span.data();
    Mentions mentions = new Mentions(text, span.name());
    mentions.look("name", data.getName());
    mentions.look("status", data.getStatus().getDescription());
    mentions.look("", data.getAttributes());
    data.getEvents()
        .forEach(
            event -> {
              mentions.look("event", event.getName());
              mentions.look("event " + event.getName() + ", ", event.getAttributes());
            });
    data.getLinks().forEach(link -> mentions.look("link, ", link.getAttributes()));
    return mentions.found.stream();
  }

  private void look(String place, Attributes attributes) {
    attributes.forEach(
        (key, value) -> {
          look(place + "key " + key.getKey(), key.getKey());
          look(place + key.getKey(), value.toString());
        });
  }

  private void look(String place, String value) {
    if (value.contains(text)) {
      found.add(span + ", " + place + ": " + value);
    }
  }
}
