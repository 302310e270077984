package org.vedette.feed.live;

import java.util.OptionalLong;

/** How events look on the wire; each is written once, however many listen. */
public interface LiveFormat {

    byte[] event(LiveEvent event);

    /** The first thing a listener is sent, which may tell it from where to resume. */
    byte[] welcome(OptionalLong place);

    /** Tells a listener that it missed what cannot be told any more, has to look for itself, and resumes from there. */
    byte[] resync(long place);

    /** Says nothing, so that a connection that died is noticed. */
    byte[] heartbeat();
}
