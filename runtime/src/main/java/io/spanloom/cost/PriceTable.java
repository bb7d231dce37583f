package io.spanloom.cost;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spanloom.llm.TokenUsage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prices of models, in US dollars for a million tokens.
 *
 * <p>A model is priced by the longest name in the table that it equals or continues at a separator
 * ({@code -}, {@code @}, {@code :}), so that dated snapshots follow their model and other models do
 * not. A name can be listed as unpriced. A model the table does not know gets no cost: never a
 * guess.
 */
public final class PriceTable {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String BUNDLED = "prices.json";
  private static final int TIMEOUT_MILLIS = 5_000;

  /** At least two letters: one is a drive on Windows. */
  private static final Pattern URL_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

  private final String date;
  private final String source;
  private final Map<String, @Nullable Price> prices;
  private final int longestName;

  private PriceTable(String date, String source, Map<String, @Nullable Price> prices) {
    this.date = date;
    this.source = source;
    this.prices = Collections.unmodifiableMap(prices);
    this.longestName = prices.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /** The table that comes with this version. */
  public static PriceTable bundled() {
    try (InputStream json = PriceTable.class.getResourceAsStream(BUNDLED)) {
      if (json == null) {
        throw new IllegalStateException("Cannot find the bundled price table " + BUNDLED);
      }
      return read(json);
    } catch (IOException broken) {
      throw new IllegalStateException("Cannot read the bundled price table " + BUNDLED, broken);
    }
  }

  /**
   * Reads a table: {@code {"date": …, "source": …, "models": {"name": {"input": 0.4, "cacheRead":
   * 0.1, "cacheWrite": …, "audioInput": …, "output": 1.6, "reasoning": …, "audioOutput": …}}}}. A
   * model without {@code input} and {@code output} is listed as unpriced; cache prices default to
   * the input price, reasoning to the output price. Audio has no default: a call that used some has
   * no cost unless its price is listed.
   *
   * @throws IOException if the text is not such a table
   */
  public static PriceTable read(InputStream json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      return new Reader(parser).table();
    }
  }

  /**
   * Reads the table at a path, or at a URL (which must have a scheme, such as {@code https:}).
   *
   * @throws IOException if there is no such table, or it does not come within seconds. The message
   *     does not repeat a URL, which may have a password or token in it.
   */
  public static PriceTable at(String location) throws IOException {
    try (InputStream json = open(location)) {
      return read(json);
    }
  }

  /** When the prices were valid, as the table says. */
  public String date() {
    return date;
  }

  /** Where the prices come from, as the table says. */
  public String source() {
    return source;
  }

  /** What the usage cost, or {@code null} if the model is unknown or a main figure is missing. */
  public @Nullable Cost cost(@Nullable String model, @Nullable TokenUsage usage) {
    if (model == null || usage == null || usage.input() == null || usage.output() == null) {
      return null;
    }
    Price price = price(model);
    return price == null ? null : price.of(usage, usage.input(), usage.output());
  }

  private static InputStream open(String location) throws IOException {
    if (!URL_SCHEME.matcher(location).lookingAt()) {
      return Files.newInputStream(Path.of(location));
    }
    try {
      URLConnection connection = URI.create(location).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      return connection.getInputStream();
    } catch (IOException | IllegalArgumentException quotingTheUrl) {
      throw new IOException("its URL leads to " + quotingTheUrl.getClass().getName());
    }
  }

  /** Names longer than any in the table need not be looked up: a model's name may be any text. */
  private @Nullable Price price(String model) {
    for (int end = Math.min(model.length(), longestName); end > 0; end--) {
      if (end == model.length() || isSeparator(model.charAt(end))) {
        String name = model.substring(0, end);
        if (prices.containsKey(name)) {
          return prices.get(name);
        }
      }
    }
    return null;
  }

  private static boolean isSeparator(char character) {
    return character == '-' || character == '@' || character == ':';
  }

  private static final class Reader {

    private final JsonParser parser;

    Reader(JsonParser parser) {
      this.parser = parser;
    }

    PriceTable table() throws IOException {
      String date = "";
      String source = "";
      Map<String, @Nullable Price> prices = new HashMap<>();
      expect(parser.nextToken(), JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String member = parser.currentName();
        parser.nextToken();
        switch (member) {
          case "date" -> date = parser.getText();
          case "source" -> source = parser.getText();
          case "models" -> models(prices);
          default -> parser.skipChildren();
        }
      }
      return new PriceTable(date, source, prices);
    }

    private void models(Map<String, @Nullable Price> prices) throws IOException {
      expect(parser.currentToken(), JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String model = parser.currentName();
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        prices.put(model, Price.of(figures(model)));
      }
    }

    private Map<String, Double> figures(String model) throws IOException {
      Map<String, Double> figures = new TreeMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String figure = parser.currentName();
        parser.nextToken();
        double value = parser.getDoubleValue();
        if (value < 0) {
          throw new JsonParseException(
              parser, "Price of " + model + ", " + figure + ", is negative: " + value);
        }
        figures.put(figure, value);
      }
      return figures;
    }

    private void expect(@Nullable JsonToken actual, JsonToken expected) throws IOException {
      if (actual != expected) {
        throw new JsonParseException(
            parser, "Price table: expected " + expected + ", found " + actual);
      }
    }
  }
}
