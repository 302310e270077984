package org.vedette.testsupport.architecture.tripwire.publishing;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/** Allowed: the compiler checks who touches these. */
class ChangesInTheOpen {

    private volatile boolean closed;

    @GuardedBy("this")
    private int count;

    synchronized int next() {
        return closed ? count : ++count;
    }

    void close() {
        closed = true;
    }
}
