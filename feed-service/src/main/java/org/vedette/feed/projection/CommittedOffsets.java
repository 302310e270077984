package org.vedette.feed.projection;

import java.util.Map;

/** The offsets that the consumer group of this service has committed. */
public interface CommittedOffsets {

    /** The offset of the next event to consume, by partition; none for a partition that was never consumed. */
    Map<Integer, Long> read();
}
