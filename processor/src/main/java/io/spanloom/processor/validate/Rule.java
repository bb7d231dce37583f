package io.spanloom.processor.validate;

import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.report.Finding;
import java.util.List;

/** Something that every traced method must keep. */
@FunctionalInterface
interface Rule {
  List<Finding> check(SpanDefinition span);
}
