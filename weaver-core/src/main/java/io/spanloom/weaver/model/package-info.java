/** The span model that the annotation processor leaves behind, read back from its JSON file. */
@NullMarked
package io.spanloom.weaver.model;

import org.jspecify.annotations.NullMarked;
