package org.vedette.notification.alerts;

/**
 * The post events that were published while no process of this service listened. They may withdraw a post or raise its label,
 * so no alert is sent before they are processed.
 */
public interface PostEventBacklog {

    /** Whether all events are processed that there were when this process first asked; once true, it stays true. May block. */
    boolean isProcessed();
}
