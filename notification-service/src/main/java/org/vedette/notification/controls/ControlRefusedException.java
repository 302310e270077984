package org.vedette.notification.controls;

/** The state of an alert does not allow what somebody wants to do; the message says what to do instead. */
public final class ControlRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private ControlRefusedException(String message) {
        super(message, null, false, false);
    }

    /** Nothing is left to be sent. */
    public static ControlRefusedException over() {
        return new ControlRefusedException(
                "Nothing is left to be sent. Mails that failed can be sent again with resend, if the alert was not"
                        + " withdrawn.");
    }

    /** The post was withdrawn, or nobody was to be mailed. */
    public static ControlRefusedException ended() {
        return new ControlRefusedException(
                "Nothing of it may be sent any more: the post was withdrawn, is not public, or was too old.");
    }

    static ControlRefusedException waiting() {
        return new ControlRefusedException("It waits for a second look. Approve it or cancel it.");
    }

    static ControlRefusedException notWaiting() {
        return new ControlRefusedException("It does not wait for a second look. There is nothing to approve.");
    }

    static ControlRefusedException cancelled(String by) {
        return new ControlRefusedException(
                "It was cancelled by " + by + ", which is for good. What was not sent until then is not sent.");
    }
}
