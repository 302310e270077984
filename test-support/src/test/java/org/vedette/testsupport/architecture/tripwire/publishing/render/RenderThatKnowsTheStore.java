package org.vedette.testsupport.architecture.tripwire.publishing.render;

import org.vedette.testsupport.architecture.tripwire.publishing.store.HonestStore;

class RenderThatKnowsTheStore {

    HonestStore store() {
        return new HonestStore();
    }
}
