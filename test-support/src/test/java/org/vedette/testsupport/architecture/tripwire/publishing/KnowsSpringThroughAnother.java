package org.vedette.testsupport.architecture.tripwire.publishing;

class KnowsSpringThroughAnother {

    SpringInAFeature other() {
        return new SpringInAFeature();
    }
}
