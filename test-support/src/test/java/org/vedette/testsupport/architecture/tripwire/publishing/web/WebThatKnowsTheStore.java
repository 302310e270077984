package org.vedette.testsupport.architecture.tripwire.publishing.web;

import org.vedette.testsupport.architecture.tripwire.publishing.store.HonestStore;

class WebThatKnowsTheStore {

    HonestStore store() {
        return new HonestStore();
    }
}
