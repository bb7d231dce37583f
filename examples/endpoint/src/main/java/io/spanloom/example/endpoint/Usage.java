package io.spanloom.example.endpoint;

/**
 * Tokens of one completion.
 *
 * @param prompt all tokens of the request, the cached ones included
 * @param completion all tokens of the reply, the reasoning ones included
 */
record Usage(int prompt, int cached, int completion, int reasoning) {}
