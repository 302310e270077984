package org.vedette.testsupport.architecture.tripwire.publishing;

import reactor.core.publisher.Mono;

class WaitsForEverRelay {

    Object wait(Mono<Object> event) {
        return event.blockOptional();
    }
}
