package org.vedette.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.vedette.notification.webhooks.signing.Signature;
import org.vedette.notification.webhooks.signing.SigningSecret;

/** Signs messages of webhooks: HMAC-SHA256 over the id, the timestamp and the body, with a full stop between them. */
public final class WebhookSignature implements Signature {

    private static final String ALGORITHM = "HmacSHA256";

    @Override
    public String sign(SigningSecret secret, String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
