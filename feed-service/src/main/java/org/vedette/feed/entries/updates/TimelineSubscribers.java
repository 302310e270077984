package org.vedette.feed.entries.updates;

import java.util.List;

/** Everything that is kept equal to the timeline of this instance, each through a queue of its own. */
public record TimelineSubscribers(List<SubscriberQueue> queues) {

    public TimelineSubscribers {
        queues = List.copyOf(queues);
    }

    void apply(List<TimelineChange> changes) {
        queues.forEach(queue -> queue.add(changes));
    }

    /** Returns at once; the subscribers rebuild in the background and apply changes meanwhile. */
    public void rebuildAll() {
        queues.forEach(SubscriberQueue::requestRebuild);
    }
}
