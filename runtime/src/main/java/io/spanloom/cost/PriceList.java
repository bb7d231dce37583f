package io.spanloom.cost;

import java.util.List;

/**
 * A price table as it is written.
 *
 * @param date when the prices were valid
 * @param source where they come from
 * @param models of whoever offers them
 * @param providers those with models of their own, in the order they are looked through
 */
record PriceList(String date, String source, ProviderPrices models, List<Provider> providers) {}
