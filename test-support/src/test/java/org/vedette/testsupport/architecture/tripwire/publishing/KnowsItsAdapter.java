package org.vedette.testsupport.architecture.tripwire.publishing;

import org.vedette.testsupport.architecture.tripwire.publishing.store.HonestStore;

class KnowsItsAdapter {

    HonestStore store() {
        return new HonestStore();
    }
}
