package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.Span;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading an iterator to its end ends the span. */
@SuppressWarnings("NoJsonForm") // the tests hand their tools what these are to return
class IteratorTest {

  private static final String CHUNKS = "spanloom.stream.chunks";
  private static final String END = "spanloom.end";

  private final Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void endsWhenThereIsNoMore() {
    Iterator<String> found = find(lazily("a", "b"));
    assertThat(found.next()).isEqualTo("a");
    assertThat(found.next()).isEqualTo("b");
    assertThat(recorded.spans()).isEmpty();

    assertThat(found.hasNext()).isFalse();

    assertThat(recorded.tree(CHUNKS, END)).isEqualTo("execute_tool find 2\n");
  }

  @Test
  void endsForThoseWhoDoNotAskFirst() {
    Iterator<String> found = find(lazily());

    assertThat(catchThrowable(found::next)).isInstanceOf(NoSuchElementException.class);

    assertThat(recorded.tree(CHUNKS)).isEqualTo("execute_tool find 0\n");
  }

  @Test
  void aFailureIsRecordedAndArrivesAsItIs() {
    IllegalStateException broken = new IllegalStateException("broken");
    Iterator<String> found =
        find(
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return true;
              }

              @Override
              public String next() {
                throw broken;
              }
            });

    assertThat(found.hasNext()).isTrue();
    assertThat(catchThrowable(found::next)).isSameAs(broken);

    assertThat(recorded.tree()).isEqualTo("execute_tool find ERROR\n");
  }

  @Test
  void anIteratorAbandonedHalfWayEndsWhenItIsForgotten() throws Exception {
    find(lazily("a", "b", "c")).next();

    recorded.awaitSpansWhileCollecting(1);

    assertThat(recorded.tree(CHUNKS, END)).isEqualTo("execute_tool find 1 unobserved\n");
  }

  @Test
  void closingAnIteratorThatWantsToBeClosedEndsTheSpan() throws Exception {
    List<String> closed = new ArrayList<>();
    Iterator<String> found = find(new Cursor(closed));

    assertThat(found).isInstanceOf(AutoCloseable.class);
    ((AutoCloseable) found).close();

    assertThat(closed).containsExactly("closed");
    assertThat(recorded.tree(END)).isEqualTo("execute_tool find cancelled\n");
  }

  @Test
  void theProducerRunsInTheSpanAndTheCallerDoesNot() {
    List<String> producers = new ArrayList<>();
    Iterator<String> source =
        new Cursor(new ArrayList<>()) {
          @Override
          public String next() {
            producers.add(Span.current().getSpanContext().getSpanId());
            return "a";
          }
        };

    Iterator<String> found = find(source);
    found.next();
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
    found.hasNext();

    assertThat(producers).containsExactly(recorded.span("execute_tool find").getSpanId());
  }

  @Test
  void anIteratorThatCanDoMoreStaysAsItIs() {
    Iterator<String> list = List.of("a").listIterator();

    assertThat(find(list)).isSameAs(list);
    assertThat(recorded.tree(CHUNKS)).isEqualTo("execute_tool find\n");
  }

  @Test
  void anIterableThatStreamsIsObservedOnce() {
    Iterable<String> stream = each(() -> lazily("a", "b"));

    assertThat(stream).containsExactly("a", "b");
    assertThat(stream).containsExactly("a", "b");

    assertThat(recorded.tree(CHUNKS)).isEqualTo("each 2\n");
  }

  @Test
  void aCollectionIsNoStream() {
    List<String> list = List.of("a");

    assertThat(each(list)).isSameAs(list);
    assertThat(recorded.tree(CHUNKS)).isEqualTo("each\n");
  }

  private static Iterator<String> lazily(String... items) {
    Iterator<String> all = List.of(items).iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public String next() {
        return all.next();
      }
    };
  }

  /** Finds. */
  @Tool
  Iterator<String> find(Iterator<String> result) {
    return result;
  }

  @Task
  Iterable<String> each(Iterable<String> result) {
    return result;
  }

  private static class Cursor implements Iterator<String>, AutoCloseable {

    private final List<String> closed;

    Cursor(List<String> closed) {
      this.closed = closed;
    }

    @Override
    public boolean hasNext() {
      return false;
    }

    @Override
    public String next() {
      throw new NoSuchElementException();
    }

    @Override
    public void close() {
      closed.add("closed");
    }
  }
}
