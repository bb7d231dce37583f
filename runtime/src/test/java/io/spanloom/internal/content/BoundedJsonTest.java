package io.spanloom.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.spanloom.content.ContentMode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedJsonTest {

  private static final int ROOMY = 10_000;

  @Test
  void writesJdkValuesMapsCollectionsAndArrays() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("text", "a \"b\"");
    value.put("int", 1);
    value.put("double", 1.5);
    value.put("nan", Double.NaN);
    value.put("bool", true);
    value.put("nothing", null);
    value.put("id", new UUID(0, 1));
    value.put("list", List.of(1, "x"));
    value.put("array", new int[] {1, 2});
    value.put("json", new RawJson("{\"a\": [1, {\"b\": null}]}"));
    value.put("notJson", new RawJson("{\"a\": "));

    assertThat(write(value, ROOMY))
        .isEqualTo(
            "{\"text\":\"a \\\"b\\\"\",\"int\":1,\"double\":1.5,\"nan\":\"NaN\",\"bool\":true,"
                + "\"nothing\":null,\"id\":\"00000000-0000-0000-0000-000000000001\","
                + "\"list\":[1,\"x\"],\"array\":[1,2],\"json\":{\"a\":[1,{\"b\":null}]},"
                + "\"notJson\":\"{\\\"a\\\": \"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "DB_PASSWORD",
        "passwd",
        "token",
        "accessToken",
        "secret",
        "client_secret",
        "apiKey",
        "api_key",
        "x-api-key",
        "secretKey",
        "aws_access_key",
        "privateKey",
        "Authorization"
      })
  void whatItsNameTellsToBeSecretIsNotShown(String name) {
    for (Object secret : List.of("letmein", 1234, 1.5, "a".toCharArray(), new byte[1], Mode.ON)) {
      assertThat(write(Map.of(name, secret), ROOMY)).isEqualTo("{\"" + name + "\":\"[SECRET]\"}");
    }
    assertThat(write(List.of(Map.of(name, java.util.Optional.of("x"))), ROOMY))
        .isEqualTo("[{\"" + name + "\":\"[SECRET]\"}]");
    String json = "{\"a\":{\"%s\":%s}}";
    assertThat(write(new RawJson(json.formatted(name, "\"letmein\"")), ROOMY))
        .isEqualTo(json.formatted(name, "\"[SECRET]\""));
    assertThat(write(new RawJson(json.formatted(name, "-1.5")), ROOMY))
        .isEqualTo(json.formatted(name, "\"[SECRET]\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "passwords",
        "tokens",
        "max_tokens",
        "key",
        "monkey",
        "tokenizer",
        "secretary"
      })
  void otherNamesTellNothing(String name) {
    assertThat(write(Map.of(name, "letmein"), ROOMY)).isEqualTo("{\"" + name + "\":\"letmein\"}");
  }

  @Test
  void whatIsNoSecretUnderSuchANameIsShown() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("password", Map.of("type", "string"));
    value.put("secret", List.of("a"));
    value.put("token", true);
    value.put("api_key", null);
    value.put("apiKey", "");
    value.put("my_token", new Own("key"));
    value.put("client_secret", ContentPolicy.MASK);

    String shown = write(value, ROOMY);

    assertThat(shown)
        .isEqualTo(
            "{\"password\":{\"type\":\"string\"},\"secret\":[\"a\"],\"token\":true,"
                + "\"api_key\":null,\"apiKey\":\"\","
                + "\"my_token\":\"<io.spanloom.internal.content.BoundedJsonTest$Own>\","
                + "\"client_secret\":\"__REDACTED__\"}");
    String json =
        "{\"password\":{\"type\":[\"string\"]},\"token\":null,\"secret\":false,\"apiKey\":\"\"}";
    assertThat(write(new RawJson(json), ROOMY)).isEqualTo(json);
  }

  @Test
  void usersRulesComeBeforeWhatANameTells() {
    Redactor redactor = Redactor.standard().with(text -> text.replace("hunter", "own:"));
    ContentPolicy policy =
        ContentSettings.of(ContentMode.SPAN_ONLY).withRedactor(redactor).onSpans();
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("password", "hunter2");
    value.put("token", "letmein");

    assertThat(BoundedJson.write(value, policy, ObjectReading.NONE))
        .isEqualTo("{\"password\":\"own:2\",\"token\":\"[SECRET]\"}");
  }

  @Test
  void secretsOfObjectsThatAreWrittenAsTextAreNotShown() {
    ContentPolicy policy = ContentSettings.of(ContentMode.SPAN_ONLY).withToString(true).onSpans();

    assertThat(BoundedJson.write(Map.of("token", new Point(1, "x")), policy, ObjectReading.NONE))
        .isEqualTo("{\"token\":\"[SECRET]\"}");
  }

  /** A clock that leaps at each look stands for a machine that has no time. */
  @Test
  void smallValuesAreWholeHoweverLongTheyTakeAndLargeOnesEnd() throws IOException {
    List<Integer> small = Collections.nCopies(400, 7);
    List<Integer> large = Collections.nCopies(4_000, 7);
    AtomicLong clock = new AtomicLong();

    String whole = BoundedJson.write(small, policy(ROOMY), () -> clock.addAndGet(1_000_000_000));
    String cut = BoundedJson.write(large, policy(ROOMY), () -> clock.addAndGet(1_000_000_000));

    assertThat(whole.split(",")).hasSize(400);
    assertValid(cut);
    assertThat(cut.split(",")).hasSizeBetween(400, 1_000);
  }

  @Test
  void neverCallsTheProgramsOwnCode() {
    List<Object> lazy =
        new AbstractList<>() {
          @Override
          public Object get(int index) {
            throw new AssertionError("drained");
          }

          @Override
          public Iterator<Object> iterator() {
            throw new AssertionError("drained");
          }

          @Override
          public int size() {
            return Integer.MAX_VALUE;
          }

          @Override
          public String toString() {
            throw new AssertionError("toString");
          }
        };

    assertThat(write(lazy, ROOMY)).startsWith("\"<io.spanloom.internal.content.BoundedJsonTest");
    assertThat(write(new Own("secret"), ROOMY))
        .isEqualTo("\"<io.spanloom.internal.content.BoundedJsonTest$Own>\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 40, 100, 1000})
  void staysValidAndBoundedWhateverTheBudget(int budget) throws IOException {
    Map<String, Object> value = new LinkedHashMap<>();
    for (int i = 0; i < 200; i++) {
      value.put("member" + i, List.of("\"quoted\" text of some length", i, Map.of("k", "v")));
    }

    String json = write(value, budget);

    assertValid(json);
    assertThat(json.length()).isLessThan(budget * 2 + 50);
  }

  @Test
  void cutsHugeTextsAndSurvivesDepthAndCycles() throws IOException {
    assertThat(write("x".repeat(100_000_000), 1000)).hasSize(1002);

    List<Object> deep = new ArrayList<>();
    List<Object> innermost = deep;
    for (int i = 0; i < 1000; i++) {
      List<Object> next = new ArrayList<>();
      innermost.add(next);
      innermost = next;
    }
    innermost.add(deep);
    assertValid(write(deep, ROOMY));
  }

  @Test
  void keysAreRedactedAndBoundedAndNeverTheProgramsOwnCode() throws IOException {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("jane@example.com", 1);
    map.put(new Own("key"), 2);
    map.put(null, 3);
    map.put("k".repeat(1_000_000), 4);

    String json = write(map, 200);

    assertThat(json)
        .startsWith(
            "{\"[EMAIL]\":1,\"<io.spanloom.internal.content.BoundedJsonTest$Own>\":2,\"null\":3,\"kkk")
        .hasSizeLessThan(220);
    assertValid(json);
  }

  @Test
  void aContainerThatChangesMeanwhileEndsThere() throws IOException {
    List<Object> list = new ArrayList<>(List.of("a", "b", "c"));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("list", list);
    map.put("last", 1);
    List<Object> unmodifiable = java.util.Collections.unmodifiableList(new Changing());

    assertThat(write(List.of(unmodifiable, map), ROOMY))
        .isEqualTo("[[\"first\"],{\"list\":[\"a\",\"b\",\"c\"],\"last\":1}]");
  }

  @Test
  void containersThatMayWaitOrRunTheProgramsCodeAreNotLookedInto() {
    assertThat(write(java.util.Collections.synchronizedList(new ArrayList<>()), ROOMY))
        .isEqualTo("\"<java.util.Collections$SynchronizedRandomAccessList>\"");
    assertThat(write(new Changing().subList(0, 1), ROOMY)).startsWith("\"<java.util.AbstractList$");
    assertThat(write(new java.util.Vector<>(List.of(1)), ROOMY))
        .isEqualTo("\"<java.util.Vector>\"");
  }

  @Test
  void optionalsAreWhatTheyHold() {
    assertThat(write(List.of(java.util.Optional.of("x"), java.util.Optional.empty()), ROOMY))
        .isEqualTo("[\"x\",null]");
  }

  @Test
  void streamsAndIteratorsAreNotDrained() {
    List<String> source = List.of("a");
    var stream = source.stream();
    var iterator = source.iterator();

    write(List.of(stream, iterator), ROOMY);

    assertThat(stream.count()).isEqualTo(1);
    assertThat(iterator.next()).isEqualTo("a");
  }

  @Test
  void emptyElementsUseTheBudgetToo() {
    Object[] many = new Object[1_000_000];
    java.util.Arrays.fill(many, List.of());

    assertThat(write(many, 100)).hasSizeLessThan(220);
    assertThat(write(new Object[1_000_000], 100)).hasSizeLessThan(220);
  }

  @Test
  void escapesCountAsTheyAreWritten() throws IOException {
    String json = write("\u0001".repeat(1000), 100);

    assertThat(json).hasSizeLessThanOrEqualTo(102);
    assertValid(json);
  }

  /** Against the simplest way: redact and cut first, have Jackson escape it then. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void textsAreWrittenAsJacksonWritesWhatFits(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      List<String> texts = List.of(randomText(random), randomText(random), randomText(random));
      int budget = 16 + random.nextInt(random.nextBoolean() ? 100 : 1000);

      assertThat(write(texts, budget)).isEqualTo(simplyWritten(texts, budget));
    }
  }

  private static String randomText(Random random) {
    List<String> pieces =
        List.of(
            "\"",
            "\\",
            "\n",
            "\t",
            "\u0001",
            "\u001f",
            "\u007f",
            "\u0122",
            "\u2028",
            "\ud83d\ude00",
            "é",
            "jo@example.com",
            "4111111111111111",
            "plain prose, ",
            "1843",
            "b",
            "b-1");
    StringBuilder text = new StringBuilder();
    int sort = random.nextInt(4); // none escaped, few, many
    for (int i = random.nextInt(60); i > 0; i--) {
      boolean any = sort > 1 || (sort == 1 && random.nextInt(20) == 0);
      text.append(
          pieces.get(any ? random.nextInt(pieces.size()) : pieces.size() - 4 + random.nextInt(4)));
    }
    return text.toString();
  }

  private static String simplyWritten(List<String> texts, int budget) throws IOException {
    StringWriter written = new StringWriter();
    int left = budget - 3;
    try (JsonGenerator out = new JsonFactory().createGenerator(written)) {
      out.writeStartArray();
      for (String text : texts) {
        if (left <= 0) {
          break;
        }
        String shown = Redactor.standard().bounded(text, left);
        while (lengthInJson(shown) > left) {
          shown = Texts.cut(shown, shown.length() - 1);
        }
        left -= lengthInJson(shown) + 3;
        out.writeString(shown);
      }
      out.writeEndArray();
    }
    return written.toString();
  }

  private static int lengthInJson(String text) {
    return text.chars().map(c -> c < ' ' ? 6 : c == '"' || c == '\\' ? 2 : 1).sum();
  }

  @Test
  void deepJsonStaysValid() throws IOException {
    assertValid(write(new RawJson("[".repeat(900) + "]".repeat(900)), ROOMY));
    assertValid(write(new RawJson("[".repeat(5000) + "]".repeat(5000)), ROOMY));
  }

  @Test
  void hugeNumbersAreNotWrittenOut() {
    assertThat(write(java.math.BigInteger.ONE.shiftLeft(10_000_000), ROOMY))
        .isEqualTo("\"<java.math.BigInteger>\"");
    assertThat(write(new java.math.BigDecimal("1.50"), ROOMY)).isEqualTo("1.50");
  }

  @Test
  void surrogatesAreNeverSplit() {
    for (int budget = 16; budget < 40; budget++) {
      String json = write("\ud83d\ude00".repeat(100), budget);

      assertThat(json.replace("\ud83d\ude00", "")).isEqualTo("\"\"");
    }
  }

  private static final class Changing extends AbstractList<Object> {
    @Override
    public Object get(int index) {
      if (index > 0) {
        throw new java.util.ConcurrentModificationException();
      }
      return "first";
    }

    @Override
    public int size() {
      return 3;
    }
  }

  @Test
  void callsToStringIfTheUserOptedIn() {
    ContentPolicy policy = ContentSettings.of(ContentMode.SPAN_ONLY).withToString(true).onSpans();
    Point point = new Point(1, "jo@example.com");

    String json = BoundedJson.write(point, policy, ObjectReading.NONE);

    assertThat(json).isEqualTo("\"Point[x=1, owner=[EMAIL]]\"");
    assertThat(BoundedJson.write(new Fails(), policy, ObjectReading.NONE)).contains("Fails>");
    assertThat(BoundedJson.write(List.of(point), policy, ObjectReading.NONE))
        .isEqualTo("[" + json + "]");
  }

  private static String write(Object value, int budget) {
    return BoundedJson.write(value, policy(budget), ObjectReading.NONE);
  }

  private static ContentPolicy policy(int budget) {
    return ContentSettings.of(ContentMode.SPAN_ONLY).withMaxLength(budget).onSpans();
  }

  private static void assertValid(String json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        // a malformed text throws
      }
    }
  }

  private record Own(String text) {
    @Override
    public String toString() {
      throw new AssertionError("toString of " + text.length());
    }
  }

  private enum Mode {
    ON
  }

  private record Point(int x, String owner) {}

  private static final class Fails {
    @Override
    public String toString() {
      throw new IllegalStateException("not now");
    }
  }
}
