package org.vedette.testsupport.architecture.tripwire.publishing;

import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

/** Allowed: the error is handled. */
class HandlesErrors {

    Disposable subscribe(Mono<String> title, Consumer<Throwable> failed) {
        return title.subscribe(next -> {}, failed);
    }

    void subscribe(Mono<String> title, BaseSubscriber<String> subscriber) {
        title.subscribe(subscriber);
    }
}
