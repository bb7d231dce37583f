package io.spanloom.retrieval;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document, or the part of one, that a program retrieved or ranked; the terms are those of
 * OpenInference's {@code document.*} attributes.
 *
 * @param id its identifier
 * @param content what it says; content
 * @param score how well it answers the query, on the scale of whoever ranked it
 * @param metadata what else is known of it, such as its source; content
 */
public record Document(
    @Nullable String id,
    @Nullable String content,
    @Nullable Double score,
    Map<String, ?> metadata) {}
