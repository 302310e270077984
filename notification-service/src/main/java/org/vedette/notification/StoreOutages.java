package org.vedette.notification;

/** Tells the absence of the store, which passes, from failures that stay. */
@FunctionalInterface
public interface StoreOutages {

    /** Whether something failed because the store could not be reached or did not answer in time. */
    boolean explain(Throwable failure);
}
