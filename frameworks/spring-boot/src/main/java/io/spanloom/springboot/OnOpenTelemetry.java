package io.spanloom.springboot;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.internal.call.GlobalTelemetry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether somebody else starts an OpenTelemetry that records spans: a bean, or the global one.
 *
 * <p>Spring Boot makes a bean as soon as OpenTelemetry's SDK and Actuator are on the class path. It
 * records spans only where Micrometer Tracing brings an {@link SdkTracerProvider}; without one it
 * does not count.
 */
final class OnOpenTelemetry extends SpringBootCondition implements ConfigurationCondition {

  private static final String BOOT = "org.springframework.boot.";

  @Override
  public ConfigurationPhase getConfigurationPhase() {
    return ConfigurationPhase.REGISTER_BEAN;
  }

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    ConditionMessage.Builder message = ConditionMessage.forCondition("OpenTelemetry");
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    if (beans != null && !recording(beans).isEmpty()) {
      return ConditionOutcome.match(message.found("bean").items(recording(beans)));
    }
    return GlobalTelemetry.find() != null
        ? ConditionOutcome.match(message.because("it is the global one"))
        : ConditionOutcome.noMatch(message.because("no bean records spans"));
  }

  /** The names of the beans that record spans. */
  static List<String> recording(ConfigurableListableBeanFactory beans) {
    boolean bootRecords = has(beans, SdkTracerProvider.class);
    return List.of(names(beans, OpenTelemetry.class)).stream()
        .filter(name -> bootRecords || !isOfBoot(name, beans))
        .toList();
  }

  private static boolean has(ListableBeanFactory beans, Class<?> type) {
    return names(beans, type).length > 0;
  }

  private static String[] names(ListableBeanFactory beans, Class<?> type) {
    return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false);
  }

  private static boolean isOfBoot(String bean, ConfigurableListableBeanFactory beans) {
    if (!beans.containsBeanDefinition(bean)) {
      return false; // a parent's
    }
    BeanDefinition definition = beans.getBeanDefinition(bean);
    String configuration = configuration(definition, beans);
    return configuration != null && configuration.startsWith(BOOT);
  }

  /** The class whose method makes the bean. */
  private static @Nullable String configuration(
      BeanDefinition definition, ConfigurableListableBeanFactory beans) {
    String factory = definition.getFactoryBeanName();
    return factory != null && beans.containsBeanDefinition(factory)
        ? beans.getBeanDefinition(factory).getBeanClassName()
        : definition.getBeanClassName();
  }
}
