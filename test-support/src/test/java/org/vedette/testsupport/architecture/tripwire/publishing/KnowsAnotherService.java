package org.vedette.testsupport.architecture.tripwire.publishing;

import org.vedette.embedded.store.EmbeddedStore;

class KnowsAnotherService {

    String address(EmbeddedStore store) {
        return store.connectionString();
    }
}
