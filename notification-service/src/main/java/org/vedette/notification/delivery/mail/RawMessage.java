package org.vedette.notification.delivery.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A message that is its bytes, and that knows whether they have been handed over. */
final class RawMessage extends MimeMessage {

    private final byte[] bytes;
    private final AtomicBoolean handedOver = new AtomicBoolean();

    RawMessage(Session session, byte[] bytes) {
        super(session);
        this.bytes = bytes;
        this.saved = true;
    }

    /** Until this is so, the mail server cannot have taken the mail: the end of the data was never sent. */
    boolean isHandedOver() {
        return handedOver.get();
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
        out.write(bytes);
        handedOver.set(true);
    }

    @Override
    public void saveChanges() {
        // The bytes are final.
    }

    @Override
    public int getSize() {
        return bytes.length;
    }
}
