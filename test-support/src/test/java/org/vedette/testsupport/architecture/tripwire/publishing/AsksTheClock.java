package org.vedette.testsupport.architecture.tripwire.publishing;

import java.time.Instant;

class AsksTheClock {

    Instant now() {
        return Instant.now();
    }
}
