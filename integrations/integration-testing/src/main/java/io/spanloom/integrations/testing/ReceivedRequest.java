package io.spanloom.integrations.testing;

/**
 * A request as the server got it.
 *
 * @param method the method, such as {@code POST}
 * @param path the path, with the query if there is one
 * @param body the body; empty if there is none
 */
public record ReceivedRequest(String method, String path, String body) {}
