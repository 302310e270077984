package org.vedette.testsupport.architecture.tripwire.publishing;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class InjectedIntoAField {

    @Autowired
    private @Nullable String title;

    @Nullable
    String title() {
        return title;
    }
}
