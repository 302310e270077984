package org.vedette.testsupport.architecture.tripwire.publishing;

import org.vedette.events.Byline;

class PagesThatKnowAnEvent {

    String credit(Byline byline) {
        return byline.name();
    }
}
