package org.vedette.testsupport.architecture.tripwire.publishing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Mono;

/** Allowed: it is marked, and so is what is nested in it. */
@MayBlock("its own thread")
class WaitsWithTimeout {

    Supplier<Optional<String>> title(Mono<String> title) {
        return () -> title.blockOptional(Duration.ofSeconds(1));
    }

    void write(Lock lock, Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    static class Nested {

        void pause() throws InterruptedException {
            Thread.sleep(1);
        }
    }
}
