package io.spanloom.internal.toolcall;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.spanloom.internal.content.ObjectReading;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of pending calls, and for how long. */
class PendingCallsTest {

  private static final String LONG = "a text that nobody else has ".repeat(30);

  private final PendingCalls pending = new PendingCalls();

  @ParameterizedTest
  @ValueSource(ints = {30, 30_000, 3_000_000})
  void theLengthOfArgumentsDoesNotMatter(int length) {
    for (int i = 0; i < 50; i++) {
      announce("call_" + i, "{\"q\":\"" + "x".repeat(length) + i + "\",\"n\":" + i + "}");
    }

    assertThat(pending.bytes()).isBetween(50 * 400L, 50 * 800L);
    assertThat(claim("x".repeat(length) + 7, 7)).isEqualTo("call_7");
  }

  @Test
  void theNumberOfArgumentsDoesNotMatter() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 900; i++) {
      json.append("\"member").append(i).append("\":").append(i).append(',');
    }
    for (int i = 0; i < 50; i++) {
      announce("call_" + i, json + "\"n\":" + i + "}");
    }

    assertThat(pending.bytes()).isLessThan(50 * 2_500);
  }

  /** Nothing that the session keeps reaches a long text. */
  @Test
  @Timeout(60)
  void aLongTextIsNotKept() throws Exception {
    WeakReference<String> text = announced();
    while (text.get() != null && !Thread.currentThread().isInterrupted()) { // by the time-out
      System.gc();
    }

    assertThat(text.get()).isNull();
    assertThat(claim(LONG, 0)).isEqualTo("call_1");
  }

  private WeakReference<String> announced() {
    String text = "{\"q\":\"%s\",\"n\":0}".formatted(LONG);
    announce("call_1", text);
    return new WeakReference<>(text);
  }

  @Test
  void beyondTheBytesTheOldestCallIsDropped() {
    String id = "i".repeat(PendingCalls.MAX_NAME_LENGTH - 4);
    for (int i = 0; i < PendingCalls.CAPACITY; i++) {
      announce(id + i, "{\"n\":" + i + "}");
    }

    assertThat(pending.bytes()).isLessThanOrEqualTo(PendingCalls.MAX_BYTES);
    assertThat(pending.dropped()).isPositive();
    assertThat(pending.claim(id + 0, null)).isNull();
    assertThat(pending.claim(id + (PendingCalls.CAPACITY - 1), null)).isNotNull();
  }

  @Test
  void idsAndNamesBeyondAllMeasureAreNotKept() {
    String huge = "x".repeat(1_000_000);
    announce(huge, "{}");
    pending.announce(new ToolCallRequest("call_1", huge, "{}", null));

    assertThat(pending.bytes()).isZero();
    assertThat(pending.dropped()).isEqualTo(2);
    assertThat(pending.claim(huge, null)).isNull();
  }

  @Test
  void aCallThatIsOverIsRememberedByItsIdAlone() {
    announce("call_1", "{\"q\":\"a\",\"n\":1}");
    long whole = pending.bytes();

    assertThat(claim("a", 1)).isEqualTo("call_1");
    assertThat(claim("a", 1)).isEqualTo("call_1");
    pending.answered("call_1", "another run");
    assertThat(claim("a", 1)).isEqualTo("call_1");
    assertThat(pending.bytes()).isEqualTo(whole);
    pending.answered("call_1", null);
    assertThat(pending.bytes()).isLessThan(whole);
    assertThat(pending.claim("call_1", null)).isNotNull();
    assertThat(claim("a", 1)).isNull();
  }

  @Test
  void claimedCallsAreForgottenInTime() {
    for (int i = 0; i < 10_000; i++) {
      announce("call_" + i, "{\"n\":" + i + "}");
      assertThat(pending.claim("call_" + i, null)).isNotNull();
    }

    assertThat(pending.bytes()).isLessThan(PendingCalls.MAX_CLAIMED * 1_100L);
    assertThat(pending.claim("call_9999", null)).isNotNull();
    assertThat(pending.claim("call_0", null)).isNull();
    assertThat(pending.dropped()).isZero();
  }

  @Test
  void aCallWithoutIdLeavesNothingOnceItIsOver() {
    announce(null, "{\"q\":\"a\",\"n\":1}");

    assertThat(claim("a", 1)).isEqualTo("none");
    pending.answered(null, null);
    assertThat(pending.bytes()).isZero();
  }

  @Test
  void aCallToldAgainIsKeptOnce() {
    announce("call_1", "{\"q\":\"a\",\"n\":1}");
    long once = pending.bytes();
    announce("call_1", "{ \"n\": 1.0, \"q\": \"a\" }");
    announce("call_1", null);

    assertThat(pending.bytes()).isLessThanOrEqualTo(once);
    announce("call_1", "{\"q\":\"a\",\"n\":2}");
    announce("call_1", "{\"q\":\"b\",\"n\":1}");
    assertThat(pending.bytes()).isGreaterThan(once + 400);
  }

  /** Text that was moved, doubled or cut is other text. */
  @Test
  void digestsTellTextsApart() {
    List<String> texts = new ArrayList<>();
    for (int length = 1; length < 60; length++) {
      texts.add("a".repeat(length));
      texts.add("\u0000".repeat(length));
      texts.add("a".repeat(length) + "b");
      texts.add("b" + "a".repeat(length));
    }
    for (String text : texts) {
      announce(
          text.replace('\u0000', '0'),
          "{\"q\":\"" + text.replace("\u0000", "\\u0000") + "\",\"n\":1}");
    }
    for (String text : texts) {
      assertThat(claim(text, 1)).isEqualTo(text.replace('\u0000', '0'));
    }
  }

  @Test
  void allSessionsTogetherCountWhatTheyKeep() {
    AtomicLong total = new AtomicLong();
    PendingCalls one = new PendingCalls(total);
    PendingCalls other = new PendingCalls(total);
    one.announce(new ToolCallRequest("call_1", "search", "{}", origin()));
    other.announce(new ToolCallRequest("call_1", "search", "{}", origin()));
    other.claim("call_1", null);

    assertThat(total).hasValue(one.bytes() + other.bytes());
    one.release();
    one.announce(new ToolCallRequest("call_2", "search", "{}", null));
    assertThat(total).hasValue(other.bytes());
    assertThat(one.claim("call_1", null)).isNotNull();
  }

  private static RequestOrigin origin() {
    return RequestOrigin.of(SpanContext.getInvalid());
  }

  private void announce(@Nullable String id, @Nullable String json) {
    pending.announce(new ToolCallRequest(id, "search", json, null));
  }

  /** The id by equal arguments, or {@code null} if there is no such call. */
  private @Nullable String claim(String q, int n) {
    Arguments arguments = Arguments.of(List.of("q", "n"), List.of(q, n), ObjectReading.NONE);
    ToolCallMatch found = pending.claim("search", null, arguments);
    if (found == null || found.rule() != ToolCallMatch.Rule.ARGUMENTS) {
      return null;
    }
    return found.id() == null ? "none" : found.id();
  }
}
