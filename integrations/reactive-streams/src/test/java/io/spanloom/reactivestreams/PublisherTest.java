package io.spanloom.reactivestreams;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.testing.SpanloomExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A publisher's subscription ends the span, and notices nothing of it. */
class PublisherTest {

  private static final String CHUNKS = "spanloom.stream.chunks";

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  @Test
  void endsWithTheCompletionAndWhatRunsInItIsBelow() {
    Source source = new Source();
    Sink sink = new Sink();

    find(source).subscribe(sink);
    assertThat(source.signals).isEmpty();
    sink.subscription().request(2);
    assertThat(spanloom.spans()).extracting(span -> span.getName()).containsOnly("look");
    source.subscriber().onComplete();

    assertThat(source.signals).containsExactly("request 2");
    assertThat(sink.signals).containsExactly("item 1", "item 2", "end");
    assertThat(spanloom.trace())
        .hasTree(
            """
            execute_tool find
              look
              look
            """);
    assertThat(spanloom.trace()).hasRoot("execute_tool find").hasAttribute(CHUNKS, 2L);
  }

  @Test
  void aRetryAfterAFailureIsACallAndASecondReaderIsNone() {
    Source source = new Source();
    Publisher<String> result = find(source);
    IOException gone = new IOException("gone");
    Sink first = new Sink();

    result.subscribe(first);
    source.subscriber().onError(gone);
    result.subscribe(new Sink());
    source.subscriber().onComplete();
    result.subscribe(new Sink());
    source.subscriber().onComplete();

    assertThat(first.signals).containsExactly("failure gone");
    assertThat(spanloom.traces()).hasSize(2);
    assertThat(spanloom.traces().get(0))
        .hasRoot("execute_tool find")
        .hasFailedWith(IOException.class);
    assertThat(spanloom.traces().get(1)).hasRoot("execute_tool find").hasNotFailed();
  }

  @Test
  void cancelEndsTheSpanButIsNoError() {
    Source source = new Source();
    Sink sink = new Sink();

    find(source).subscribe(sink);
    sink.subscription().cancel();

    assertThat(source.signals).containsExactly("cancel");
    assertThat(spanloom.trace())
        .hasRoot("execute_tool find")
        .hasNotFailed()
        .hasAttribute("spanloom.end", "cancelled");
  }

  @Test
  void aPublisherThatThrowsHasFailed() {
    Publisher<String> broken =
        subscriber -> {
          throw new IllegalStateException("broken");
        };

    assertThatThrownBy(() -> find(broken).subscribe(new Sink())).hasMessage("broken");

    assertThat(spanloom.trace())
        .hasRoot("execute_tool find")
        .hasFailedWith(IllegalStateException.class);
  }

  @Test
  void theSubscriberRunsOutsideOfIt() {
    Source source = new Source();
    Sink sink = new Sink();

    find(source).subscribe(sink);
    sink.subscription().request(1);
    source.subscriber().onComplete();

    assertThat(sink.spanIds).hasSize(3).containsOnly("0000000000000000");
  }

  @Tool(value = "find", description = "Finds.")
  @SuppressWarnings("NoJsonForm") // the tests hand their tools what these are to return
  Publisher<String> find(Publisher<String> result) {
    return result;
  }

  @Task("look")
  static String look(int number) {
    return "item " + number;
  }

  /** Answers each request at once. */
  private static final class Source implements Publisher<String>, Subscription {

    private final List<String> signals = new ArrayList<>();
    private @Nullable Subscriber<? super String> subscriber;

    Subscriber<? super String> subscriber() {
      return java.util.Objects.requireNonNull(subscriber);
    }

    @Override
    public void subscribe(Subscriber<? super String> next) {
      subscriber = next;
      next.onSubscribe(this);
    }

    @Override
    public void request(long count) {
      signals.add("request " + count);
      for (int i = 1; i <= count; i++) {
        subscriber().onNext(look(i));
      }
    }

    @Override
    public void cancel() {
      signals.add("cancel");
    }
  }

  private static final class Sink implements Subscriber<String> {

    private final List<String> signals = new ArrayList<>();
    private final List<String> spanIds = new ArrayList<>();
    private @Nullable Subscription subscription;

    Subscription subscription() {
      return java.util.Objects.requireNonNull(subscription);
    }

    @Override
    public void onSubscribe(Subscription upstream) {
      note("subscribed");
      signals.clear();
      subscription = upstream;
    }

    @Override
    public void onNext(String item) {
      note(item);
    }

    @Override
    public void onError(Throwable thrown) {
      note("failure " + thrown.getMessage());
    }

    @Override
    public void onComplete() {
      note("end");
    }

    private void note(String signal) {
      signals.add(signal);
      spanIds.add(Span.current().getSpanContext().getSpanId());
    }
  }
}
