package io.spanloom.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    assertThat(write(lazy, ROOMY)).startsWith("\"<io.spanloom.content.BoundedJsonTest");
    assertThat(write(new Own("secret"), ROOMY))
        .isEqualTo("\"<io.spanloom.content.BoundedJsonTest$Own>\"");
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

  private static String write(Object value, int budget) {
    return BoundedJson.write(value, budget, Redactor.standard());
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
}
