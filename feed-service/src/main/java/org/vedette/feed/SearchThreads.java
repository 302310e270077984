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

/** Threads for searches, which take their turns in one queue, and one that writes the index. */
final class SearchThreads implements AutoCloseable {

    /** At a millisecond or two for each, the last one waits for less than a second. */
    private static final int MOST_WAITING = 256;

    private final Scheduler searching;
    private final Scheduler indexing;

    SearchThreads(int processors) {
        this.searching = scheduler("search", Math.max(2, processors), new ArrayBlockingQueue<>(MOST_WAITING));
        this.indexing = scheduler("search-index", 1, new LinkedBlockingQueue<>());
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
