package org.vedette.feed;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads that search, with one bounded queue, and those that write the index. */
final class SearchThreads implements AutoCloseable {

    /** At a millisecond or two for each, the last in the queue waits less than a second. */
    private static final int QUEUE_CAPACITY = 256;

    /** One applies changes while the other rebuilds. */
    private static final int WRITER_THREADS = 2;

    private final Scheduler searchers;
    private final Scheduler writers;

    SearchThreads(int processors) {
        this.searchers = scheduler("search", Math.max(2, processors), new ArrayBlockingQueue<>(QUEUE_CAPACITY));
        this.writers = scheduler("search-index", WRITER_THREADS, new LinkedBlockingQueue<>());
    }

    Scheduler searchers() {
        return searchers;
    }

    Scheduler writers() {
        return writers;
    }

    @Override
    public void close() {
        searchers.dispose();
        writers.dispose();
    }

    private static Scheduler scheduler(String name, int threads, BlockingQueue<Runnable> queue) {
        ExecutorService pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, queue, named(name));
        return Schedulers.fromExecutorService(pool, name);
    }

    private static ThreadFactory named(String name) {
        var number = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
