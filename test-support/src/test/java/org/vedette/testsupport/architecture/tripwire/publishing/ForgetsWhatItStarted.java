package org.vedette.testsupport.architecture.tripwire.publishing;

import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ForgetsWhatItStarted {

    Disposable everything(Mono<Void> mail) {
        return mail.subscribe();
    }

    Disposable theError(Flux<String> titles) {
        return titles.subscribe(title -> {});
    }

    Function<Mono<Void>, Disposable> byReference() {
        return Mono::subscribe;
    }
}
