package org.vedette.testsupport.architecture.tripwire.publishing;

import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;

class BlocksInService {

    List<String> wait(Flux<String> titles) {
        return titles.collectList().blockOptional(Duration.ofSeconds(1)).orElseThrow();
    }
}
