package io.spanloom.cost;

import io.spanloom.llm.TokenUsage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prices of models, in US dollars for a million tokens.
 *
 * <p>A model is priced by a name that the table lists, or by that name with a date, revision or
 * stage behind it ({@code -2026-01-31}, {@code @20260131}, {@code -v1:0}, {@code -latest}) where
 * the table says so. A model that the table does not know, or whose name merely begins like
 * another's, has no cost: never a guess.
 *
 * <p>The bundled table is made from the open data of <a
 * href="https://github.com/pydantic/genai-prices">genai-prices</a> and is read when it is first
 * asked.
 */
public final class PriceTable {

  private static final int TIMEOUT_MILLIS = 5_000;

  /** Sums of the same prices may differ in their last digits. */
  private static final double SAME = 1e-9;

  /** At least two letters: one is a drive on Windows. */
  private static final Pattern URL_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

  private static final PriceTable BUNDLED = new PriceTable(Once.of(BundledPrices::read));

  private final Supplier<PriceList> list;
  private final Supplier<PriceLookup> lookup;

  private PriceTable(Supplier<PriceList> list) {
    this.list = list;
    this.lookup = Once.of(() -> new PriceLookup(list.get()));
  }

  /** The table that comes with this version. */
  public static PriceTable bundled() {
    return BUNDLED;
  }

  /**
   * Reads a table:
   *
   * <pre>{@code
   * {"date": "2026-01-31", "source": "our contract", "models": {
   *   "gpt-x": {"match": ["gpt-x", "gpt-x-*"], "input": 0.4, "cacheRead": 0.1, "output": 1.6}
   * }}
   * }</pre>
   *
   * <p>A model without {@code input} is listed as unpriced. The guide says what else a table may
   * have: tiers, prices by date and by the prompt's size, providers.
   *
   * @throws PriceTableException if the text is not such a table
   * @throws IOException if it cannot be read
   */
  public static PriceTable read(InputStream json) throws IOException {
    PriceList list = PriceTableReader.read(json);
    return new PriceTable(() -> list);
  }

  /**
   * Reads the table at a path, or at a URL (which must have a scheme, such as {@code https:}).
   *
   * @throws PriceTableException if what is there is no table
   * @throws IOException if there is nothing, or it does not come within seconds. The message does
   *     not repeat a URL, which may have a password or token in it.
   */
  public static PriceTable at(String location) throws IOException {
    try (InputStream json = open(location)) {
      return read(json);
    }
  }

  /** When the prices were valid, as the table says. */
  public String date() {
    return list.get().date();
  }

  /** Where the prices come from, as the table says. */
  public String source() {
    return list.get().source();
  }

  /** What the usage costs now, or {@code null}: see {@link #cost(BilledCall)}. */
  public @Nullable Cost cost(@Nullable String model, @Nullable TokenUsage usage) {
    return model == null || usage == null ? null : cost(BilledCall.of(model, usage));
  }

  /**
   * What a call cost; {@code null} if the table does not know the model or has no price for its
   * service tier or some of its tokens, if a main figure is missing, or if the figures contradict
   * each other.
   */
  public @Nullable Cost cost(BilledCall call) {
    TokenUsage usage = call.usage();
    if (usage.input() == null || usage.output() == null || !usage.isPlausible()) {
      return null;
    }
    List<PricedModel> models = lookup.get().find(call);
    if (models.isEmpty()) {
      return null;
    }
    PriceList table = list.get();
    String label = table.date().isEmpty() ? table.source() : table.source() + ", " + table.date();
    Cost cost = models.get(0).cost(call, label);
    if (cost == null || models.size() == 1) {
      return cost;
    }
    Cost other = models.get(1).cost(call, label);
    return other == null || Math.abs(other.total() - cost.total()) <= SAME * cost.total()
        ? cost
        : null;
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
}
