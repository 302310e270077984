package org.vedette.testsupport.architecture.tripwire.publishing.store;

import org.vedette.testsupport.architecture.tripwire.publishing.web.WebThatSpeaksMongo;

class StoreThatKnowsTheWeb {

    WebThatSpeaksMongo web() {
        return new WebThatSpeaksMongo();
    }
}
