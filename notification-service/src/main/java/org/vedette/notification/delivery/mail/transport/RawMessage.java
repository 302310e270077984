package org.vedette.notification.delivery.mail.transport;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/** A message with given bytes, which records whether they were handed over completely. */
final class RawMessage extends SMTPMessage {

    private final byte[] bytes;
    private final BooleanSupplier allowed;
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.OPEN);

    private enum Progress {
        OPEN,
        HANDED_OVER,
        FORBIDDEN
    }

    /**
     * A message for one attempt.
     *
     * @param sender the address in MAIL FROM
     * @param allowed asked before the first byte and before the end of the data is sent
     */
    RawMessage(Session session, byte[] bytes, String sender, BooleanSupplier allowed) {
        super(session);
        this.bytes = bytes;
        this.allowed = allowed;
        this.saved = true;
        setEnvelopeFrom(sender);
        setReturnOption(RETURN_HDRS); // Reports need not carry the text (RFC 3461 §4.3).
    }

    /** While false, the mail server cannot have accepted the mail, because the end of the data was never sent. */
    boolean isHandedOver() {
        return progress.get() == Progress.HANDED_OVER;
    }

    /** Whether it was we who did not want the mail to be handed over any more. */
    boolean isForbidden() {
        return progress.get() == Progress.FORBIDDEN;
    }

    /** Forbids to hand it over; false when that has happened already. */
    boolean forbid() {
        return progress.compareAndSet(Progress.OPEN, Progress.FORBIDDEN) || isForbidden();
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
        requireAllowed();
        out.write(bytes);
        requireAllowed(); // The end of the data is not sent yet, and without it the server discards the mail.
        if (!progress.compareAndSet(Progress.OPEN, Progress.HANDED_OVER)) {
            throw new IOException("the mail must not be handed over any more");
        }
    }

    /** Throws an exception upon which the connection is closed. */
    private void requireAllowed() throws IOException {
        if (!allowed.getAsBoolean() && forbid()) {
            throw new IOException("the lease on the delivery is running out");
        }
    }

    @Override
    public void saveChanges() {
        // The bytes are complete already.
    }

    @Override
    public int getSize() {
        return bytes.length;
    }
}
