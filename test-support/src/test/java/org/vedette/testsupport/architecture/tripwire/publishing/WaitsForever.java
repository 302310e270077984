package org.vedette.testsupport.architecture.tripwire.publishing;

import java.util.concurrent.CountDownLatch;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Mono;

@MayBlock("its own thread")
class WaitsForever {

    Object event(Mono<Object> event) {
        return event.blockOptional();
    }

    void latch(CountDownLatch latch) throws InterruptedException {
        latch.await();
    }
}
