package org.vedette.testsupport.architecture.tripwire.publishing.store;

import org.springframework.http.HttpStatus;

class StoreThatSpeaksHttp {

    HttpStatus status() {
        return HttpStatus.OK;
    }
}
