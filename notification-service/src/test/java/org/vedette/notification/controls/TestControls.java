package org.vedette.notification.controls;

import java.time.Clock;

/** Boards for tests. */
public final class TestControls {

    private TestControls() {}

    /** A board on which nothing is decided. */
    public static ControlBoard none() {
        return new ControlBoard(new InMemoryControls(), Clock.systemUTC());
    }
}
