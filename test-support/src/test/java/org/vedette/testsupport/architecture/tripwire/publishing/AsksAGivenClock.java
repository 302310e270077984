package org.vedette.testsupport.architecture.tripwire.publishing;

import java.time.Clock;
import java.time.LocalDate;

class AsksAGivenClock {

    LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }
}
