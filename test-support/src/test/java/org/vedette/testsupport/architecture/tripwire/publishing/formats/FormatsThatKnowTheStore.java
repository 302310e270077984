package org.vedette.testsupport.architecture.tripwire.publishing.formats;

import org.vedette.testsupport.architecture.tripwire.publishing.store.HonestStore;

class FormatsThatKnowTheStore {

    HonestStore store() {
        return new HonestStore();
    }
}
