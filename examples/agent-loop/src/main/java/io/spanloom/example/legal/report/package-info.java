/** What the finished spans say about the time spent. */
@NullMarked
package io.spanloom.example.legal.report;

import org.jspecify.annotations.NullMarked;
