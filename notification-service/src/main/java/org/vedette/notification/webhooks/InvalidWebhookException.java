package org.vedette.notification.webhooks;

/** What somebody wants of a webhook is not possible; names the field. */
public final class InvalidWebhookException extends RuntimeException {

    private final String field;

    /**
     * A refusal.
     *
     * @param field name in the API
     * @param message what is wrong with it, as the end of a sentence that begins with the field
     */
    public InvalidWebhookException(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }

    /** What is wrong. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
