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

/** Threads for searches, which take their turns in one queue, and for writing the index. */
final class SearchThreads implements AutoCloseable {

    /** At a millisecond or two for each, the last one waits for less than a second. */
    private static final int MOST_WAITING = 256;

    /** One follows the changes while the other builds. */
    private static final int WRITERS = 2;

    private final Scheduler searching;
    private final Scheduler indexing;

    SearchThreads(int processors) {
        this.searching = scheduler("search", Math.max(2, processors), new ArrayBlockingQueue<>(MOST_WAITING));
        this.indexing = scheduler("search-index", WRITERS, new LinkedBlockingQueue<>());
    }

    Scheduler searching() {
        return searching;
    }

    Scheduler indexing() {
        return indexing;
    }

    @Override
    public void close() {
        searching.dispose();
        indexing.dispose();
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
