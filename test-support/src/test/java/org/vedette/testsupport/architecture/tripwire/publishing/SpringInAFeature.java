package org.vedette.testsupport.architecture.tripwire.publishing;

import org.springframework.context.ApplicationContext;

class SpringInAFeature {

    String name(ApplicationContext context) {
        return context.getId();
    }
}
