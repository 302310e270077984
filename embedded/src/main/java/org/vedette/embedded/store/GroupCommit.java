package org.vedette.embedded.store;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Lets what is written into the file only between write commands, so that a crash never shows half of one: a document
 * without its index entries, say. A write returns when it is in the file; writes that wait for one another share a
 * commit.
 */
final class GroupCommit {

    private static final int FILL_RATE_PERCENT = 60;
    private static final int COMPACTED_BYTES = 4 * 1024 * 1024;

    private final MVStore store;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    GroupCommit(MVStore store) {
        this.store = store;
    }

    /** Runs a command beside others, then commits. */
    <T> T write(Supplier<T> command) {
        lock.readLock().lock();
        try {
            return command.get();
        } finally {
            lock.readLock().unlock();
            alone(store::commit);
        }
    }

    /** Runs a command that adds or removes maps while no other write runs, then commits. */
    <T> T restructure(Supplier<T> command) {
        lock.writeLock().lock();
        try {
            return command.get();
        } finally {
            try {
                store.commit();
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    /** Rewrites a little of what is sparsely filled, so that the file does not grow for ever, and syncs the disk. */
    void tidy() {
        alone(() -> {
            if (!store.isClosed() && store.compact(FILL_RATE_PERCENT, COMPACTED_BYTES)) {
                store.commit();
            }
        });
        if (!store.isClosed()) {
            store.sync();
        }
    }

    private void alone(Runnable action) {
        lock.writeLock().lock();
        try {
            action.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
