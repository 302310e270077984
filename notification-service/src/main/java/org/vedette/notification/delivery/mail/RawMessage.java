package org.vedette.notification.delivery.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.ThreadConfined;

/** A message with given bytes, which records whether they were handed over completely. */
@ThreadConfined("the thread that sends it")
final class RawMessage extends MimeMessage {

    private final byte[] bytes;
    private final BooleanSupplier allowed;
    private boolean handedOver;

    /**
     * A message for one attempt.
     *
     * @param allowed asked before the first byte and before the end of the data is sent
     */
    RawMessage(Session session, byte[] bytes, BooleanSupplier allowed) {
        super(session);
        this.bytes = bytes;
        this.allowed = allowed;
        this.saved = true;
    }

    /** While false, the mail server cannot have accepted the mail, because the end of the data was never sent. */
    boolean isHandedOver() {
        return handedOver;
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
        requireAllowed();
        out.write(bytes);
        requireAllowed(); // The end of the data is not sent yet, and without it the server discards the mail.
        handedOver = true;
    }

    /** Throws an exception upon which the connection is closed. */
    private void requireAllowed() throws IOException {
        if (!allowed.getAsBoolean()) {
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
