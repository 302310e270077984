package org.vedette.gateway.resilience;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One call to a service; its first outcome counts, and it is known when the response begins, however slowly a client reads. */
class ServiceCall {

    private final CircuitBreaker breaker;
    private final AtomicBoolean ended = new AtomicBoolean();

    ServiceCall(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    void answered(int status) {
        if (CallOutcome.ofStatus(status) == CallOutcome.FAILURE) {
            failed(new UnusableResponseException(status));
        } else {
            succeeded();
        }
    }

    void succeeded() {
        if (ended.compareAndSet(false, true)) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }

    void failed(Throwable failure) {
        switch (CallOutcome.of(failure)) {
            case SUCCESS -> succeeded();
            case UNKNOWN -> withdrawn();
            case FAILURE -> {
                if (ended.compareAndSet(false, true)) {
                    breaker.onError(0, TimeUnit.NANOSECONDS, failure);
                }
            }
        }
    }

    /** The client has disconnected, or the gateway itself failed, so nothing is known about the service. */
    void withdrawn() {
        if (ended.compareAndSet(false, true)) {
            breaker.releasePermission();
        }
    }
}
