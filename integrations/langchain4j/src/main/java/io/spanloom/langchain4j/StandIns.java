package io.spanloom.langchain4j;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Proxies that stand in for objects of LangChain4j. */
final class StandIns {

  private StandIns() {}

  /** A proxy has the methods of the version that the program runs with. */
  static <T> T of(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Whether the object is traced already. */
  static boolean is(Object object, Class<? extends InvocationHandler> handler) {
    return Proxy.isProxyClass(object.getClass())
        && handler.isInstance(Proxy.getInvocationHandler(object));
  }
}
