package io.spanloom.bedrock;

import io.opentelemetry.context.Context;
import io.spanloom.result.ResultTracker;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** Stands in for the handler of a streamed answer, which runs in the caller's context. */
final class TracedHandler implements ConverseStreamResponseHandler {

  private final ConverseStreamResponseHandler handler;
  private final ResultTracker tracker;
  private final Context caller;

  TracedHandler(ConverseStreamResponseHandler handler, ResultTracker tracker) {
    this.handler = handler;
    this.tracker = tracker;
    this.caller = Context.current();
  }

  @Override
  public void responseReceived(ConverseStreamResponse response) {
    ResultTracker.consume(caller, () -> handler.responseReceived(response));
  }

  @Override
  public void onEventStream(SdkPublisher<ConverseStreamOutput> events) {
    SdkPublisher<ConverseStreamOutput> followed =
        SdkPublisher.adapt(subscriber -> events.subscribe(new Follower(subscriber)));
    ResultTracker.consume(caller, () -> handler.onEventStream(followed));
  }

  @Override
  public void exceptionOccurred(Throwable failure) {
    ResultTracker.consume(caller, () -> handler.exceptionOccurred(failure));
  }

  @Override
  public void complete() {
    tracker.completed();
    ResultTracker.consume(caller, handler::complete);
  }

  /** Reports each event before the subscriber sees it. */
  private final class Follower implements Subscriber<ConverseStreamOutput> {

    private final Subscriber<? super ConverseStreamOutput> subscriber;

    Follower(Subscriber<? super ConverseStreamOutput> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(ConverseStreamOutput event) {
      tracker.chunk(event);
      ResultTracker.consume(caller, () -> subscriber.onNext(event));
    }

    @Override
    public void onError(Throwable failure) {
      ResultTracker.consume(caller, () -> subscriber.onError(failure));
    }

    @Override
    public void onComplete() {
      ResultTracker.consume(caller, subscriber::onComplete);
    }
  }
}
