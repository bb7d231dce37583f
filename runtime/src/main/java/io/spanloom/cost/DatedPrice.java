package io.spanloom.cost;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Prices, and when they hold; {@code null} means no limit. Days and hours are those of UTC.
 *
 * @param from the first day
 * @param begin the time of day at which they begin
 * @param end the time of day at which they end; before {@code begin} if they hold over midnight
 */
record DatedPrice(
    @Nullable LocalDate from, @Nullable LocalTime begin, @Nullable LocalTime end, Price price) {

  static DatedPrice always(Price price) {
    return new DatedPrice(null, null, null, price);
  }

  boolean holds(OffsetDateTime utc) {
    if (from != null && utc.toLocalDate().isBefore(from)) {
      return false;
    }
    if (begin == null || end == null) {
      return true;
    }
    LocalTime time = utc.toLocalTime();
    boolean begun = !time.isBefore(begin);
    boolean over = !time.isBefore(end);
    return end.isBefore(begin) ? begun || !over : begun && !over;
  }
}
