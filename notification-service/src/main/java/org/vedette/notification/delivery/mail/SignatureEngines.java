package org.vedette.notification.delivery.mail;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.delivery.dkim.DkimAlgorithm;
import org.vedette.notification.delivery.dkim.DkimKey;
import org.vedette.notification.delivery.dkim.DkimSigner.Engines;

/** Signature engines of the native provider where it loads, which takes a quarter of the platform's time, else the platform's. */
final class SignatureEngines implements Engines {

    private static final Logger log = LoggerFactory.getLogger(SignatureEngines.class);
    private static final @Nullable Provider NATIVE = nativeProvider();

    @Override
    public Signature create(DkimKey key) throws GeneralSecurityException {
        var provider = NATIVE;
        var algorithm = key.algorithm().javaName();
        var signature =
                provider == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, provider);
        signature.initSign(provider == null ? key.key() : translated(key, provider));
        return signature;
    }

    /** A key of the provider itself is not converted with each signature; it takes the platform's Ed25519 keys as they are. */
    private static PrivateKey translated(DkimKey key, Provider provider) throws GeneralSecurityException {
        return key.algorithm() == DkimAlgorithm.RSA
                ? KeyFactory.getInstance("RSA", provider)
                        .generatePrivate(new PKCS8EncodedKeySpec(key.key().getEncoded()))
                : key.key();
    }

    private static @Nullable Provider nativeProvider() {
        try {
            var provider = AmazonCorrettoCryptoProvider.INSTANCE;
            var failure = provider.getLoadingError();
            if (failure == null) {
                return provider;
            }
            log.info("Mails are signed by the platform's own provider: {}", failure.toString());
        } catch (LinkageError failure) {
            log.info("Mails are signed by the platform's own provider: {}", failure.toString());
        }
        return null;
    }
}
