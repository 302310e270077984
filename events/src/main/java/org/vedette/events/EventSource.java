package org.vedette.events;

import java.net.URI;

/** The CloudEvents {@code source} of the services, which never depends on where they run. */
public final class EventSource {

    /** Source of every {@link PostEvent}. */
    public static final URI POST_SERVICE = URI.create("urn:vedette:post-service");

    private EventSource() {}
}
