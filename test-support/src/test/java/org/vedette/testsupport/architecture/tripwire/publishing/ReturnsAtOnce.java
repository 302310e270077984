package org.vedette.testsupport.architecture.tripwire.publishing;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** Allowed: these have the names of methods that wait, and do not. */
class ReturnsAtOnce {

    boolean tries(Semaphore permits, Lock lock) {
        return permits.tryAcquire() && lock.tryLock();
    }

    @Nullable
    Object polls(BlockingQueue<Object> queue, Queue<Object> other) {
        return queue.offer(new Object()) ? queue.poll() : other.poll();
    }

    String gets(AtomicReference<String> reference) {
        return reference.get();
    }
}
