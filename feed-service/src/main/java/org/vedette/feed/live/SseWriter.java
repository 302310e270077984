package org.vedette.feed.live;

import java.util.OptionalLong;
import org.vedette.feed.entries.updates.TimelineChange;

/** Writes server-sent events; each is written once, however many clients there are. */
public interface SseWriter {

    byte[] change(TimelineChange change);

    /** The first event of a stream, which may tell the client the id from which to resume. */
    byte[] welcome(OptionalLong id);

    /** Tells a client that it missed events which cannot be sent any more, has to look for itself, and resumes from an id. */
    byte[] resync(long id);

    /** An empty comment, so that a dead connection is noticed. */
    byte[] heartbeat();
}
