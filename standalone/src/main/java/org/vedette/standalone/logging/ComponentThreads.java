package org.vedette.standalone.logging;

import java.util.concurrent.ThreadFactory;

/**
 * Starts threads in a thread group named after a component of the suite. The threads they start in turn, such as those of
 * a Spring context or of Kafka, are in the same group, by which {@link ComponentConverter} knows the component.
 */
public final class ComponentThreads implements ThreadFactory {

    private final ThreadGroup group;

    public ComponentThreads(String component) {
        this.group = new ThreadGroup(component);
    }

    @Override
    public Thread newThread(Runnable task) {
        return new Thread(group, task, group.getName() + "-start");
    }
}
