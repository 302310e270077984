package org.vedette.testsupport.architecture.tripwire.publishing;

import org.vedette.starter.ThreadConfined;

/** Allowed: it says to whom its state belongs, for what is nested in it too. */
@ThreadConfined("the thread that created it")
class ChangesInOneThread {

    private int count;

    int next() {
        return ++count;
    }

    static class Nested {

        private int count;

        int next() {
            return ++count;
        }
    }
}
