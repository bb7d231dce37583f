/** What the processor can find fault with, and how it says so. */
@NullMarked
package io.spanloom.processor.report;

import org.jspecify.annotations.NullMarked;
