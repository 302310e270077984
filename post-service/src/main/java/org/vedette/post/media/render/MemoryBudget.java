package org.vedette.post.media.render;

import java.util.concurrent.atomic.AtomicLong;
import org.vedette.post.media.MediaException.MediaBusyException;

/** The memory that the pictures in work take together. */
final class MemoryBudget {

    private final long size;
    private final AtomicLong free;

    MemoryBudget(long size) {
        this.size = size;
        this.free = new AtomicLong(size);
    }

    long size() {
        return size;
    }

    /** Takes memory; refuses when there is not enough now. */
    void reserve(long bytes) {
        if (free.addAndGet(-bytes) < 0) {
            release(bytes);
            throw new MediaBusyException("Other pictures take the memory that this one needs");
        }
    }

    void release(long bytes) {
        free.getAndAdd(bytes);
    }
}
