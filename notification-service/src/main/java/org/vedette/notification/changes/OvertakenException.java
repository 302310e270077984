package org.vedette.notification.changes;

/** Others changed the same again and again while somebody tried to. */
public final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public OvertakenException() {
        super(
                "Others changed the same at the same moment. Nothing was changed for you; try it again.",
                null,
                false,
                false);
    }
}
