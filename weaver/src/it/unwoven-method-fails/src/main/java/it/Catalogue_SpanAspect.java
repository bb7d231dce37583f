package it;

import org.aspectj.lang.annotation.Aspect;

/** What a processor left behind for a method that has lost a parameter since. */
@Aspect
final class Catalogue_SpanAspect {}
