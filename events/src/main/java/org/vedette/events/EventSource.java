package org.vedette.events;

import java.net.URI;

/** The CloudEvents {@code source} attribute of each producer; independent of the host it runs on. */
public final class EventSource {

    /** Source of every {@link PostEvent}. */
    public static final URI POST_SERVICE = URI.create("urn:vedette:post-service");

    private EventSource() {}
}
