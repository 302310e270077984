package org.vedette.feed.live;

import java.util.OptionalLong;

/** How events look on the wire; each is written once, however many listen. */
public interface LiveFormat {

    byte[] event(LiveEvent event);

    /** The first thing a listener is sent, which tells it where it stands; empty when nothing ever happened. */
    byte[] welcome(OptionalLong latest);

    /** Tells a listener that it missed what cannot be told any more, and has to look for itself. */
    byte[] resync(OptionalLong latest);

    /** Says nothing, so that a connection that died is noticed. */
    byte[] heartbeat();
}
