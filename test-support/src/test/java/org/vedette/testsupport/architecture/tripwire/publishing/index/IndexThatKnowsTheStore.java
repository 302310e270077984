package org.vedette.testsupport.architecture.tripwire.publishing.index;

import org.vedette.testsupport.architecture.tripwire.publishing.store.HonestStore;

class IndexThatKnowsTheStore {

    HonestStore store() {
        return new HonestStore();
    }
}
