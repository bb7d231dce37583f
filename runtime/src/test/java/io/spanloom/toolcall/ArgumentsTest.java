package io.spanloom.toolcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.spanloom.content.ObjectReading;
import io.spanloom.toolcall.Arguments.Likeness;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArgumentsTest {

  @ParameterizedTest
  @MethodSource
  void whatJsonSaysOfAValueEqualsIt(Object value, String json) {
    assertThat(given(value).likeness("{\"value\":" + json + "}")).isEqualTo(Likeness.EQUAL);
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> whatJsonSaysOfAValueEqualsIt() {
    return Stream.of(
        arguments("text", "\"text\""),
        arguments('c', "\"c\""),
        arguments(2, "2.0"),
        arguments(true, "true"),
        arguments(TimeUnit.DAYS, "\"DAYS\""),
        arguments(LocalDate.of(2026, 1, 2), "\"2026-01-02\""),
        arguments(URI.create("https://example.org"), "\"https://example.org\""),
        arguments(new UUID(0, 7), "\"00000000-0000-0000-0000-000000000007\""),
        arguments(Optional.of("text"), "\"text\""),
        arguments(Optional.empty(), "null"),
        arguments(List.of("a", Optional.of(1)), "[\"a\",1]"),
        arguments(Set.of("a"), "[\"a\"]"),
        arguments(new String[] {"a", "b"}, "[\"a\",\"b\"]"),
        arguments(new int[] {1, 2}, "[1,2]"),
        arguments(Map.of("a", List.of(1)), "{\"a\":[1]}"));
  }

  @ParameterizedTest
  @MethodSource
  void anotherValueIsAnother(Object value, String json) {
    assertThat(given(value).likeness("{\"value\":" + json + "}")).isEqualTo(Likeness.NONE);
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> anotherValueIsAnother() {
    return Stream.of(
        arguments("text", "\"other\""),
        arguments(true, "\"true\""),
        arguments(1, "\"1\""),
        arguments(LocalDate.of(2026, 1, 2), "\"2026-01-03\""),
        arguments(Optional.of("text"), "null"),
        arguments(new int[] {1, 2}, "[1]"),
        arguments(new int[] {1}, "[1,2]"),
        arguments(List.of("a"), "{}"));
  }

  @Test
  void whatTheModelLeftOutMayBeTheProgramsDefault() {
    Arguments called =
        new Arguments(List.of("query", "limit"), List.of("walden", 10), ObjectReading.NONE);

    assertThat(called.likeness("{\"query\":\"walden\"}")).isEqualTo(Likeness.CONTAINED);
    assertThat(called.likeness("{\"query\":\"emma\"}")).isEqualTo(Likeness.NONE);
    assertThat(called.likeness("{}")).isEqualTo(Likeness.NONE);
  }

  @Test
  void aCallThatNamesAllArgumentsIsPreferred() {
    PendingCalls pending = new PendingCalls();
    pending.announce(new RequestedCall("call_1", "search", "{\"query\":\"emma\"}", null));
    pending.announce(new RequestedCall("call_2", "search", "{\"query\":\"walden\"}", null));
    pending.announce(
        new RequestedCall("call_3", "search", "{\"query\":\"walden\",\"limit\":10}", null));
    Arguments called =
        new Arguments(List.of("query", "limit"), List.of("walden", 10), ObjectReading.NONE);

    assertThat(pending.claim("search", null, called))
        .extracting(Correlation::id)
        .isEqualTo("call_3");
    assertThat(pending.claim("search", null, called))
        .extracting(Correlation::id)
        .isEqualTo("call_2");
  }

  @Test
  void whatIsNothingNeedNotBeNamed() {
    Arguments called =
        new Arguments(
            List.of("query", "limit", "since", "service"),
            Arrays.asList("walden", null, Optional.empty(), new Object()),
            ObjectReading.NONE);

    assertThat(called.likeness("{\"query\":\"walden\"}")).isEqualTo(Likeness.EQUAL);
  }

  @Test
  void anOptionalThatHoldsSomethingSaysIt() {
    assertThat(given(Optional.of("x")).likeness("{}")).isEqualTo(Likeness.NONE);
    assertThat(given(LocalDate.of(2026, 1, 2)).likeness("{}")).isEqualTo(Likeness.NONE);
  }

  @Test
  void oneArgumentMayBeTheWholeRequest() {
    String json = "{\"query\":\"walden\",\"limit\":10}";

    assertThat(given(json).likeness(json)).isEqualTo(Likeness.EQUAL);
    assertThat(given("{ \"query\": \"walden\",\n \"limit\": 10 }").likeness(json))
        .isEqualTo(Likeness.EQUAL);
    assertThat(given(Map.of("query", "walden", "limit", 10)).likeness(json))
        .isEqualTo(Likeness.EQUAL);
    assertThat(given("{ \"query\": \"emma\" }").likeness(json)).isEqualTo(Likeness.NONE);
    assertThat(given(Map.of("query", "emma")).likeness(json)).isEqualTo(Likeness.NONE);
  }

  @Test
  void malformedTextIsLikeNothing() {
    assertThat(given("x").likeness("{\"value\":")).isEqualTo(Likeness.NONE);
  }

  private static Arguments given(@Nullable Object value) {
    return new Arguments(List.of("value"), Arrays.asList(value), ObjectReading.NONE);
  }
}
