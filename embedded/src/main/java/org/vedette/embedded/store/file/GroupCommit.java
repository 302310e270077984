package org.vedette.embedded.store.file;

import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStoreException;

/**
 * Commits write commands: a command returns when it is in the file, and commands that wait for one another share a commit.
 * A commit runs only between commands, so that a crash never leaves half of one, such as a document without its index
 * entries. A command that ends before its time, by an Error for instance, is undone with everything not committed yet.
 */
public final class GroupCommit {

    private static final int FILL_RATE_PERCENT = 60;
    private static final int COMPACTED_BYTES = 4 * 1024 * 1024;

    private final ReopeningStore store;
    private final DiskSpace space;
    private final Runnable reopened;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** The opening that the callback has seen to its end. */
    private volatile int reported;

    /** @param reopened called when the store has been opened again, while no write runs */
    public GroupCommit(ReopeningStore store, DiskSpace space, Runnable reopened) {
        this.store = store;
        this.space = space;
        this.reopened = reopened;
        this.reported = store.current().number();
    }

    /**
     * Runs a command beside others, then commits.
     *
     * @throws StoreUnavailableException when nothing was written
     */
    public <T> T write(Supplier<T> command) {
        space.requireSpace();
        var opening = lock(lock.readLock());
        Supplier<T> outcome;
        try {
            outcome = outcome(command, opening);
        } finally {
            lock.readLock().unlock();
            discardIncomplete();
        }
        exclusively(() -> commit(opening));
        return outcome.get();
    }

    /**
     * Runs a command that adds or removes maps while no other write runs, then commits.
     *
     * @throws StoreUnavailableException when nothing was written
     */
    public <T> T writeAlone(Supplier<T> command) {
        space.requireSpace();
        var opening = lock(lock.writeLock());
        Supplier<T> outcome;
        try {
            outcome = outcome(command, opening);
            commit(opening);
        } finally {
            lock.writeLock().unlock();
            discardIncomplete();
        }
        return outcome.get();
    }

    /** Runs a command; what it wrote before it was refused is as whole as after its end, and is committed alike. */
    private <T> Supplier<T> outcome(Supplier<T> command, ReopeningStore.Opening opening) {
        try {
            var result = command.get();
            return () -> result;
        } catch (MongoServerException refused) {
            return () -> {
                throw refused;
            };
        } catch (MVStoreException failure) {
            store.markIncomplete(opening);
            throw StoreUnavailableException.writeFailed(failure);
        } catch (RuntimeException | Error failure) {
            store.markIncomplete(opening);
            throw failure;
        }
    }

    private void discardIncomplete() {
        if (store.isIncomplete()) {
            exclusively(this::reopen);
        }
    }

    private ReopeningStore.Opening lock(Lock mode) {
        mode.lock();
        return store.current();
    }

    /** Opens the store again if a failed write has closed it, or has left something that must not be committed. */
    public void reopenIfClosed() {
        exclusively(this::reopen);
    }

    /** Rewrites a little of what is sparsely filled, so that the file does not grow without end, and syncs the disk. */
    public void compact() {
        exclusively(this::rewrite);
        store.sync();
    }

    private void rewrite() {
        var opening = store.current();
        try {
            if (!space.isFull()
                    && !opening.store().isClosed()
                    && opening.store().compact(FILL_RATE_PERCENT, COMPACTED_BYTES)) {
                commit(opening);
            }
        } catch (MVStoreException e) {
            space.writeFailed();
            reopen();
            throw e;
        }
    }

    public void close() {
        exclusively(store::close);
    }

    private void commit(ReopeningStore.Opening opening) {
        try {
            store.commit(opening);
        } catch (StoreUnavailableException e) {
            if (store.current().number() == opening.number()) {
                space.writeFailed();
            }
            reopen();
            throw e;
        }
    }

    private void reopen() {
        if (store.reopenIfClosed() && store.current().number() != reported) {
            reopened.run();
            reported = store.current().number();
        }
    }

    private void exclusively(Runnable action) {
        lock.writeLock().lock();
        try {
            if (store.isIncomplete()) {
                reopen();
            }
            action.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
