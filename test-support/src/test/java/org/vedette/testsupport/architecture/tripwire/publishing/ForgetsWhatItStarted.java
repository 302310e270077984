package org.vedette.testsupport.architecture.tripwire.publishing;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class ForgetsWhatItStarted {

    Disposable send(Mono<Void> mail) {
        return mail.subscribe();
    }
}
