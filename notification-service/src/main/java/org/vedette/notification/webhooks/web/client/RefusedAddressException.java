package org.vedette.notification.webhooks.web.client;

import java.io.IOException;

/** The address that would be connected to is none that may be sent to; the message says which. */
final class RefusedAddressException extends IOException {

    private static final long serialVersionUID = 1;

    RefusedAddressException(String message) {
        super(message);
    }
}
