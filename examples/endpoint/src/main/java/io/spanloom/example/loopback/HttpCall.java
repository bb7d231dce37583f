package io.spanloom.example.loopback;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, read completely.
 *
 * @param authorization the {@code Authorization} header, null when there is none
 */
public record HttpCall(String method, String path, @Nullable String authorization, String body) {}
