package io.spanloom.springboot.bean;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopConfigException;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Puts an object in the place of a bean that passes the calls of one interface to a replacement,
 * and all others to the bean. It is of the bean's class, so that it can be injected by class.
 */
public final class BeanWrapper {

  private static final System.Logger LOG = System.getLogger("io.spanloom.springboot");

  private BeanWrapper() {}

  /**
   * The object to use in the bean's place; the bean itself if its class allows no such object.
   *
   * @param type the interface, which the bean and the replacement implement
   * @param remedy what to do if it is the bean itself
   */
  public static <T> Object wrap(
      Object bean, String name, Class<T> type, T replacement, String remedy) {
    Class<?> beanClass = bean.getClass();
    boolean bySubclass = !isFinal(beanClass);
    if (bySubclass && hasFinalMethods(ClassUtils.getUserClass(beanClass))) {
      warn(name, "class " + beanClass.getName() + " has final methods", remedy);
      return bean;
    }
    try {
      ProxyFactory factory = new ProxyFactory(bean);
      factory.setProxyTargetClass(bySubclass);
      factory.addAdvice((MethodInterceptor) call -> invoke(call, type, replacement));
      return factory.getProxy(beanClass.getClassLoader());
    } catch (AopConfigException | IllegalArgumentException impossible) {
      warn(name, "Spring can make no proxy of " + beanClass.getName(), remedy);
      return bean;
    }
  }

  private static <T> @Nullable Object invoke(MethodInvocation call, Class<T> type, T replacement)
      throws Throwable {
    Method called = call.getMethod();
    Method method =
        ClassUtils.getMethodIfAvailable(type, called.getName(), called.getParameterTypes());
    if (method == null || method.getDeclaringClass() == Object.class) {
      return call.proceed();
    }
    try {
      return method.invoke(replacement, call.getArguments());
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }

  /** Then nobody can want it by its class who could not do with its interfaces. */
  private static boolean isFinal(Class<?> type) {
    return Modifier.isFinal(type.getModifiers())
        || Modifier.isPrivate(type.getModifiers())
        || type.isHidden()
        || Proxy.isProxyClass(type);
  }

  /** They would run on the proxy, which has no fields of its own. */
  private static boolean hasFinalMethods(Class<?> type) {
    for (Method method : ReflectionUtils.getAllDeclaredMethods(type)) {
      int modifiers = method.getModifiers();
      if (Modifier.isFinal(modifiers)
          && !Modifier.isStatic(modifiers)
          && !Modifier.isPrivate(modifiers)
          && method.getDeclaringClass() != Object.class) {
        return true;
      }
    }
    return false;
  }

  private static void warn(String bean, String problem, String remedy) {
    LOG.log(
        System.Logger.Level.WARNING,
        "Cannot trace bean '" + bean + "': " + problem + ". " + remedy);
  }
}
