package io.spanloom.internal.toolcall;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.spanloom.internal.content.ObjectReading;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

  @ParameterizedTest
  @MethodSource
  void whatJsonSaysOfAValueEqualsIt(Object value, String json) {
    assertThat(likeness(given(value), "{\"value\":" + json + "}")).isEqualTo(Likeness.EQUAL);
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
        arguments(OptionalInt.of(3), "3"),
        arguments(OptionalInt.empty(), "null"),
        arguments(new AtomicBoolean(true), "true"),
        arguments(new char[] {'a', 'b'}, "\"ab\""),
        arguments(new byte[] {1, 2}, "\"AQI=\""),
        arguments(Locale.forLanguageTag("nb-NO"), "\"nb-NO\""),
        arguments(List.of("a", Optional.of(1)), "[\"a\",1]"),
        arguments(Set.of("a"), "[\"a\"]"),
        arguments(new String[] {"a", "b"}, "[\"a\",\"b\"]"),
        arguments(new int[] {1, 2}, "[1,2]"),
        arguments(Map.of("a", List.of(1)), "{\"a\":[1]}"));
  }

  @ParameterizedTest
  @MethodSource
  void valuesAreComparedByTheirMeaning(Object value, String json) {
    assertThat(likeness(given(value), "{\"value\":" + json + "}")).isEqualTo(Likeness.EQUIVALENT);
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> valuesAreComparedByTheirMeaning() {
    return Stream.of(
        arguments(1, "\"1\""),
        arguments("1", "1"),
        arguments("1.50", "1.5"),
        arguments(new BigDecimal("1E+3"), "\"1000\""),
        arguments(true, "\"true\""),
        arguments("false", "false"),
        arguments(new int[] {1, 2}, "[\"1\",2]"),
        arguments(new TreeSet<>(List.of("a", "b", "c")), "[\"c\",\"a\",\"b\"]"),
        arguments(Set.of(1), "[1,1]"),
        arguments(List.of(new TreeSet<>(List.of(1, 2))), "[[2,\"1\"]]"),
        arguments(LocalDateTime.of(2026, 1, 2, 10, 0), "\"2026-01-02T10:00:00\""),
        arguments(LocalDateTime.of(2026, 1, 2, 10, 0), "\"2026-01-02 10:00:00.000\""),
        arguments(LocalTime.of(10, 0), "\"10:00:00\""),
        arguments(Instant.parse("2026-01-02T10:00:00Z"), "\"2026-01-02T11:00:00.0+01:00\""),
        arguments(new Date(0), "\"1970-01-01T00:00:00.000Z\""),
        arguments(
            ZonedDateTime.parse("2026-01-02T10:00+01:00[Europe/Paris]"),
            "\"2026-01-02T10:00:00+01:00\""),
        arguments(OffsetTime.parse("10:00+01:00"), "\"10:00:00+01:00\""),
        arguments(Duration.ofMinutes(1), "\"PT60S\""),
        arguments(Year.of(2026), "2026"),
        arguments(new UUID(0, 10), "\"00000000-0000-0000-0000-00000000000A\""),
        arguments(new byte[] {1, 2}, "[1,2]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13-02T10:00",
        "2026-01-02T10:00+",
        "2026-01-02X10:00",
        "2026-01-02T10:00:00.1234567890",
        "10:00 o'clock",
        "25:00",
        "PT9 is a name",
        "00000000-0000-0000-0000-00000000000G"
      })
  void whatIsNoTimeIsAText(String text) {
    assertThat(TextValues.canonical(text)).isNull();
    assertThat(likeness(given(text), "{\"value\":\"" + text + "\"}")).isEqualTo(Likeness.EQUAL);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1.0",
    "1,10e-1",
    "-0.50,-5E-1",
    "0,-0.0",
    "100,1e2",
    "0.1,0.10",
    "123456789012345678901,1.23456789012345678901e20"
  })
  void aNumberMayBeWrittenInManyWays(String one, String other) {
    assertThat(likeness(given(new BigDecimal(one)), "{\"value\":" + other + "}"))
        .isEqualTo(Likeness.EQUAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "+1",
        "1 ",
        "0x1",
        "NaN",
        "1.2.3",
        "1e9999999999"
      })
  void whatJsonDoesNotWriteAsANumberIsNone(String text) {
    assertThat(Numbers.canonical(text)).isNull();
  }

  @Test
  void aFloatIsTheNumberThatTheProgramWrote() {
    assertThat(likeness(given(0.1f), "{\"value\":0.1}")).isEqualTo(Likeness.EQUAL);
  }

  @Test
  void theOrderOfMembersAndWhiteSpaceMeanNothing() {
    Map<String, Object> nested = Map.of("a", 1, "b", Map.of("c", List.of(Map.of("d", 2, "e", 3))));

    assertThat(
            likeness(
                given(nested),
                " {\n\"value\": {\"b\": {\"c\": [ {\"e\": 3, \"d\": 2} ]}, \"a\": 1}}"))
        .isEqualTo(Likeness.EQUAL);
  }

  @Test
  void aMemberOfAnObjectMayBeLeftOut() {
    Map<String, Object> filter = Map.of("year", 2026, "limit", 10);

    assertThat(likeness(given(filter), "{\"value\":{\"year\":2026}}"))
        .isEqualTo(Likeness.CONTAINED);
    assertThat(likeness(given(filter), "{\"value\":{\"year\":2026,\"limit\":10,\"x\":null}}"))
        .isEqualTo(Likeness.EQUAL);
    assertThat(likeness(given(filter), "{\"value\":{\"year\":2025}}"))
        .isEqualTo(Likeness.DIFFERENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{}", "{ }", "{\"unset\":null}"})
  void noArgumentsMayBeToldInManyWays(String json) {
    Arguments none = Arguments.of(List.of(), List.of(), ObjectReading.NONE);

    assertThat(likeness(none, json)).isEqualTo(Likeness.EQUAL);
    assertThat(likeness(given("x"), json)).isEqualTo(Likeness.UNKNOWN);
  }

  /** More than are kept one by one. */
  @ParameterizedTest
  @ValueSource(ints = {31, 32, 33, 200})
  void manyMembersAreComparedToo(int count) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      members.put("member" + i, i);
    }
    String json = json(members);
    members.put("member" + (count - 1), "another");
    String other = json(members);

    assertThat(likeness(given(members), other)).isEqualTo(Likeness.EQUAL);
    assertThat(likeness(given(members), json)).isEqualTo(Likeness.DIFFERENT);
    RequestedArguments kept = RequestedArguments.of(json);
    assertThat(kept).isNotNull();
    assertThat(kept.size()).isLessThan(2_050);
    assertThat(kept.isSame(Objects.requireNonNull(RequestedArguments.of(json)))).isTrue();
    assertThat(kept.isSame(Objects.requireNonNull(RequestedArguments.of(other)))).isFalse();
  }

  @Test
  void endlessAndDeepValuesAreLikeNothing() {
    List<Object> itself = new ArrayList<>();
    itself.add(itself);
    List<Integer> endless =
        new AbstractList<>() {
          @Override
          public Integer get(int index) {
            return index;
          }

          @Override
          public int size() {
            return Integer.MAX_VALUE;
          }
        };

    assertThat(likeness(given(itself), "{\"value\":[[1]]}")).isEqualTo(Likeness.UNKNOWN);
    assertThat(likeness(given(endless), "{\"value\":[0,1]}")).isEqualTo(Likeness.UNKNOWN);
    assertThat(RequestedArguments.of("{\"value\":" + "[".repeat(500) + "]".repeat(500) + "}"))
        .isNull();
    assertThat(RequestedArguments.of("[" + "1,".repeat(200_000) + "1]")).isNull();
  }

  private static String json(Map<String, Object> members) {
    return members.entrySet().stream()
        .map(
            member ->
                member.getValue() instanceof String text
                    ? "\"%s\":\"%s\"".formatted(member.getKey(), text)
                    : "\"%s\":%s".formatted(member.getKey(), member.getValue()))
        .collect(joining(",", "{\"value\":{", "}}"));
  }

  @ParameterizedTest
  @MethodSource
  void anotherValueIsAnother(Object value, String json) {
    assertThat(likeness(given(value), "{\"value\":" + json + "}")).isEqualTo(Likeness.DIFFERENT);
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> anotherValueIsAnother() {
    return Stream.of(
        arguments("text", "\"other\""),
        arguments(true, "\"false\""),
        arguments(1, "\"2\""),
        arguments("01", "1"),
        arguments(List.of(1, 2), "[2,1]"),
        arguments(Set.of("a"), "[\"b\"]"),
        arguments(List.of(Map.of("a", 1)), "[{\"b\":1}]"),
        arguments(List.of("ab", "c"), "[\"a\",\"bc\"]"),
        arguments(List.of(List.of(1), 2), "[[1,2]]"),
        arguments(LocalDate.of(2026, 1, 2), "\"2026-01-03\""),
        arguments(new int[] {1, 2}, "[1]"),
        arguments(new int[] {1}, "[1,2]"));
  }

  @Test
  void whatTheModelLeftOutMayBeTheProgramsDefault() {
    Arguments called =
        Arguments.of(List.of("query", "limit"), List.of("walden", 10), ObjectReading.NONE);

    assertThat(likeness(called, "{\"query\":\"walden\"}")).isEqualTo(Likeness.CONTAINED);
    assertThat(likeness(called, "{\"query\":\"emma\"}")).isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(called, "{}")).isEqualTo(Likeness.UNKNOWN);
  }

  @Test
  void aCallThatNamesAllArgumentsIsPreferred() {
    PendingCalls pending = new PendingCalls();
    pending.announce(new ToolCallRequest("call_1", "search", "{\"query\":\"emma\"}", null));
    pending.announce(new ToolCallRequest("call_2", "search", "{\"query\":\"walden\"}", null));
    pending.announce(
        new ToolCallRequest("call_3", "search", "{\"query\":\"walden\",\"limit\":10}", null));
    Arguments called =
        Arguments.of(List.of("query", "limit"), List.of("walden", 10), ObjectReading.NONE);

    assertThat(pending.claim("search", null, called))
        .extracting(ToolCallMatch::id)
        .isEqualTo("call_3");
    assertThat(pending.claim("search", null, called))
        .extracting(ToolCallMatch::id)
        .isEqualTo("call_2");
  }

  @Test
  void whatIsNothingNeedNotBeNamed() {
    Arguments called =
        Arguments.of(
            List.of("query", "limit", "since", "service"),
            Arrays.asList("walden", null, Optional.empty(), new Object()),
            ObjectReading.NONE);

    assertThat(likeness(called, "{\"query\":\"walden\"}")).isEqualTo(Likeness.EQUAL);
  }

  @Test
  void anOptionalThatHoldsSomethingSaysIt() {
    assertThat(likeness(given(Optional.of("x")), "{}")).isEqualTo(Likeness.UNKNOWN);
    assertThat(likeness(given(LocalDate.of(2026, 1, 2)), "{}")).isEqualTo(Likeness.UNKNOWN);
  }

  @Test
  void oneArgumentMayBeTheWholeRequest() {
    String json = "{\"query\":\"walden\",\"limit\":10}";

    assertThat(likeness(given(json), json)).isEqualTo(Likeness.EQUAL);
    assertThat(likeness(given("{ \"query\": \"walden\",\n \"limit\": 10 }"), json))
        .isEqualTo(Likeness.EQUAL);
    assertThat(likeness(given(Map.of("query", "walden", "limit", 10)), json))
        .isEqualTo(Likeness.EQUAL);
    assertThat(likeness(given("{ \"query\": \"emma\" }"), json)).isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(given(Map.of("query", "emma")), json)).isEqualTo(Likeness.DIFFERENT);
  }

  @Test
  void textThatWasCutCannotBeCompared() {
    assertThat(likeness(given("x"), "{\"value\":")).isEqualTo(Likeness.UNKNOWN);
    assertThat(likeness(given("{\"value\":"), "{\"value\":")).isEqualTo(Likeness.EQUAL);
  }

  @Test
  void whatTheToolHasNoParameterForDoesNotCount() {
    assertThat(likeness(given("x"), "{\"value\":\"x\",\"arg0\":\"x\",\"o\":{\"a\":{\"b\":1}}}"))
        .isEqualTo(Likeness.EQUIVALENT);
    assertThat(likeness(given("y"), "{\"value\":\"x\",\"arg0\":\"y\"}"))
        .isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(given("x"), "{\"arg0\":\"x\"}")).isEqualTo(Likeness.UNKNOWN);
    assertThat(likeness(given(Map.of("a", 1)), "{\"value\":{\"a\":1,\"b\":2}}"))
        .isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(given(null), "{\"value\":\"x\"}")).isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(given(null), "{\"value\":{\"a\":1}}")).isEqualTo(Likeness.DIFFERENT);
  }

  @Test
  void whatCannotBeLookedIntoContradictsNothing() {
    Object opaque = new Object();

    assertThat(likeness(given(opaque), "{\"value\":{\"a\":1}}")).isEqualTo(Likeness.UNKNOWN);
    assertThat(likeness(given(List.of(opaque)), "{\"value\":[{\"a\":1}]}"))
        .isEqualTo(Likeness.UNKNOWN);
    assertThat(likeness(given(Map.of("a", 1)), "{\"value\":\"{\\\"a\\\":1}\"}"))
        .isEqualTo(Likeness.UNKNOWN);
    Arguments beside =
        Arguments.of(List.of("query", "it"), List.of("walden", opaque), ObjectReading.NONE);
    assertThat(likeness(beside, "{\"query\":\"emma\",\"it\":{}}")).isEqualTo(Likeness.DIFFERENT);
  }

  @Test
  void aConstantMayBeSpeltByTheProgram() {
    assertThat(likeness(given(TimeUnit.DAYS), "{\"value\":\"HOURS\"}"))
        .isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(given(TimeUnit.DAYS), "{\"value\":\"days\"}")).isEqualTo(Likeness.UNKNOWN);
  }

  @Test
  void jsonThatAToolIsExecutedWithHasNoOtherMembers() {
    Arguments json = Arguments.ofJson(List.of("city"), List.of("Oslo"), ObjectReading.NONE);

    assertThat(likeness(json, "{\"city\":\"Oslo\"}")).isEqualTo(Likeness.EQUAL);
    assertThat(likeness(json, "{\"town\":\"Oslo\"}")).isEqualTo(Likeness.DIFFERENT);
    assertThat(likeness(Arguments.ofJson(" "), "{}")).isEqualTo(Likeness.EQUAL);
    assertThat(likeness(Arguments.ofJson("{\"a\":1}"), "{\"a\":\"1\"}"))
        .isEqualTo(Likeness.EQUIVALENT);
    assertThat(likeness(Arguments.ofJson("{\"a\":1}"), "{\"a\":2}")).isEqualTo(Likeness.DIFFERENT);
  }

  @Test
  void modelsMayWriteTheObjectAsAText() {
    assertThat(likeness(given("x"), "\"{\\\"value\\\":\\\"x\\\"}\"")).isEqualTo(Likeness.EQUAL);
  }

  private static Likeness likeness(Arguments executed, String json) {
    return executed.likenesses(Collections.singletonList(RequestedArguments.of(json)))[0];
  }

  private static Arguments given(@Nullable Object value) {
    return Arguments.of(List.of("value"), Arrays.asList(value), ObjectReading.NONE);
  }
}
