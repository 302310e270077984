package org.vedette.testsupport.architecture.tripwire.publishing;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One method for each way to wait; the rule must name them all. */
@SuppressWarnings({"WaitNotInLoop", "ThreadJoinLoop"})
class WaitsInEveryWay {

    Object blocks(Mono<Object> mono) {
        return mono.blockOptional(Duration.ofSeconds(1));
    }

    Function<Mono<String>, String> refersToBlock() {
        return Mono::block;
    }

    Iterable<String> iterates(Flux<String> flux) {
        return flux.toIterable();
    }

    void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }

    void joinsAThread(Thread thread) throws InterruptedException {
        thread.join(1);
    }

    synchronized void waitsForAMonitor() throws InterruptedException {
        wait(1);
    }

    Object getsAFuture(Future<Object> future) throws Exception {
        return future.get(1, TimeUnit.SECONDS);
    }

    Object joinsAFuture(CompletableFuture<Object> future) {
        return future.join();
    }

    boolean awaitsALatch(CountDownLatch latch) throws InterruptedException {
        return latch.await(1, TimeUnit.SECONDS);
    }

    int awaitsABarrier(CyclicBarrier barrier) throws Exception {
        return barrier.await(1, TimeUnit.SECONDS);
    }

    boolean awaitsACondition(Condition condition) throws InterruptedException {
        return condition.await(1, TimeUnit.SECONDS);
    }

    boolean awaitsTheEndOfThreads(ExecutorService threads) throws InterruptedException {
        return threads.awaitTermination(1, TimeUnit.SECONDS);
    }

    void acquiresAPermit(Semaphore permits) throws InterruptedException {
        permits.acquire();
    }

    boolean triesToAcquireAPermit(Semaphore permits) throws InterruptedException {
        return permits.tryAcquire(1, TimeUnit.SECONDS);
    }

    void locks(Lock lock) {
        lock.lock();
    }

    void locksForReading(ReentrantReadWriteLock lock) {
        lock.readLock().lock();
    }

    boolean triesToLock(Lock lock) throws InterruptedException {
        return lock.tryLock(1, TimeUnit.SECONDS);
    }

    void parks() {
        LockSupport.parkNanos(1);
    }

    Object takes(BlockingQueue<Object> queue) throws InterruptedException {
        return queue.take();
    }

    void puts(BlockingQueue<Object> queue, Object value) throws InterruptedException {
        queue.put(value);
    }

    boolean offersWithTimeout(BlockingQueue<Object> queue, Object value) throws InterruptedException {
        return queue.offer(value, 1, TimeUnit.SECONDS);
    }

    Object pollsARecord(KafkaConsumer<String, String> consumer) {
        return consumer.poll(Duration.ofSeconds(1));
    }
}
