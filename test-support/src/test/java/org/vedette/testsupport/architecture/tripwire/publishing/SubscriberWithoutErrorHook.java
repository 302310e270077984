package org.vedette.testsupport.architecture.tripwire.publishing;

import reactor.core.publisher.BaseSubscriber;

class SubscriberWithoutErrorHook extends BaseSubscriber<String> {

    @Override
    protected void hookOnNext(String title) {
        request(1);
    }
}
