package org.vedette.testsupport.architecture.tripwire.publishing.messaging;

import org.vedette.testsupport.architecture.tripwire.publishing.store.HonestStore;

class MessagingThatKnowsTheStore {

    HonestStore store() {
        return new HonestStore();
    }
}
