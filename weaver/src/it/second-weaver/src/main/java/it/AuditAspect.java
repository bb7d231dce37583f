package it;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** The project's own. */
@Aspect
public class AuditAspect {

  static int audited;
  static int submitted;

  @Around("execution(@it.Audited * *(..))")
  public Object audit(ProceedingJoinPoint call) throws Throwable {
    audited++;
    return call.proceed();
  }

  @Before("call(* java.util.concurrent.ExecutorService.submit(..)) && within(it.Shop)")
  public void submit() {
    submitted++;
  }
}
