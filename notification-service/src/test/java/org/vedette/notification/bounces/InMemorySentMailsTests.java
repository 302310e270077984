package org.vedette.notification.bounces;

import org.vedette.notification.delivery.Delivery;

class InMemorySentMailsTests extends SentMailsContract {

    private final InMemorySentMails mails = new InMemorySentMails();

    @Override
    protected SentMails mails() {
        return mails;
    }

    @Override
    protected void insert(Delivery delivery) {
        mails.insert(delivery);
    }
}
