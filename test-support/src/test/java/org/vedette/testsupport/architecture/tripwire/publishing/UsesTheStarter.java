package org.vedette.testsupport.architecture.tripwire.publishing;

import org.vedette.starter.NeedsSpring;

class UsesTheStarter {

    boolean starts(NeedsSpring starter) {
        return starter.context().toString().isEmpty();
    }
}
