package org.vedette.feed.live;

import java.util.OptionalLong;
import org.vedette.feed.entries.updates.TimelineChange;

/** Writes server-sent events; each is written once, however many clients there are. */
public interface SseWriter {

    byte[] change(TimelineChange change);

    /** The first event of a stream, which may tell the client the id from which to resume. */
    byte[] welcome(OptionalLong id);

    /** Tells a client to read the list again, because events that it missed cannot be sent any more, and to resume from an id. */
    byte[] resync(long id);

    /** An empty comment, so that a dead connection is noticed. */
    byte[] heartbeat();
}
