package org.vedette.testsupport.architecture.tripwire.publishing.mail;

import org.vedette.testsupport.architecture.tripwire.publishing.store.HonestStore;

class MailThatKnowsTheStore {

    HonestStore store() {
        return new HonestStore();
    }
}
