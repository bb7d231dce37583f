package io.spanloom.springboot.springai;

import io.spanloom.springai.ModelObservationHandler;
import io.spanloom.springboot.bean.BeanWrapper;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Has those who run tools run them where the model was asked, with the ids of the calls. */
final class ToolManagerWrapper implements BeanPostProcessor {

  private final ObjectProvider<ModelSpans> spans;

  ToolManagerWrapper(ObjectProvider<ModelSpans> spans) {
    this.spans = spans;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof ToolCallingManager manager && !isTraced(manager)
        ? BeanWrapper.wrap(
            bean,
            name,
            ToolCallingManager.class,
            spans.getObject().handler().toolCallingManager(manager),
            "Return ModelObservationHandler.toolCallingManager(…) from the bean's method.")
        : bean;
  }

  /** The application may have done so itself. */
  private static boolean isTraced(ToolCallingManager manager) {
    return manager.getClass().getPackage() == ModelObservationHandler.class.getPackage();
  }
}
