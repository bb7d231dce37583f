package kotlin.coroutines;

/** Stands in for Kotlin's own: the last parameter of every suspend function. */
public interface Continuation<T> {}
