package io.spanloom.weaver.lock;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A span as it was and as it is.
 *
 * @param before null if it is new
 * @param after null if it is gone
 */
record SpanPair(@Nullable LockedSpan before, @Nullable LockedSpan after) {

  /**
   * Finds for each span what has become of it. A method that kept its place may have renamed its
   * span, a span that kept its name may have moved; the surest sign wins.
   */
  static List<SpanPair> of(List<LockedSpan> before, List<LockedSpan> after) {
    List<SpanPair> pairs = new ArrayList<>();
    List<LockedSpan> gone = new ArrayList<>(before);
    List<LockedSpan> added = new ArrayList<>(after);
    List<BiPredicate<LockedSpan, LockedSpan>> signs =
        List.of(
            (was, is) -> was.method().equals(is.method()) && was.span().equals(is.span()),
            (was, is) -> was.methodName().equals(is.methodName()) && was.span().equals(is.span()),
            (was, is) -> was.method().equals(is.method()),
            (was, is) -> was.kind().equals(is.kind()) && was.span().equals(is.span()),
            (was, is) -> was.methodName().equals(is.methodName()));
    signs.forEach(sign -> pair(gone, added, sign, pairs));
    gone.forEach(span -> pairs.add(new SpanPair(span, null)));
    added.forEach(span -> pairs.add(new SpanPair(null, span)));
    return pairs;
  }

  private static void pair(
      List<LockedSpan> gone,
      List<LockedSpan> added,
      BiPredicate<LockedSpan, LockedSpan> sign,
      List<SpanPair> pairs) {
    for (Iterator<LockedSpan> rest = gone.iterator(); rest.hasNext(); ) {
      LockedSpan was = rest.next();
      for (LockedSpan is : added) {
        if (sign.test(was, is)) {
          pairs.add(new SpanPair(was, is));
          rest.remove();
          added.remove(is);
          break;
        }
      }
    }
  }
}
