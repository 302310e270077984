package org.vedette.testsupport.architecture.tripwire.publishing.web;

import jakarta.mail.Session;

class WebThatSendsMail {

    boolean isDebugging(Session session) {
        return session.getDebug();
    }
}
