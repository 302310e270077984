package org.vedette.post.manuscript;

/** A value that breaks a rule of the house; the message tells the editor what to change. */
public final class Unfit extends IllegalArgumentException {

    public Unfit(String message) {
        super(message);
    }
}
