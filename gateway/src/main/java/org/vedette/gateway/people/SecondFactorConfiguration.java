package org.vedette.gateway.people;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.secondfactor.EncryptionKeyFile;
import org.vedette.gateway.secondfactor.SecondFactors;
import org.vedette.gateway.secondfactor.SecretCipher;
import org.vedette.starter.workers.BackgroundWorker;

/** Wires second factors and the encryption of their secrets. */
@Configuration(proxyBeanMethods = false)
class SecondFactorConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SecondFactorConfiguration.class);

    @Bean
    SecretCipher secretCipher(AccountProperties properties) {
        var file = properties.encryptionKey();
        if (file == null) {
            log.warn("Nobody can set up a second factor, because there is no key to encrypt its secret with. Set "
                    + "VEDETTE_ENCRYPTION_KEY to a file with a key; this makes one: openssl rand -base64 32");
            return SecretCipher.withoutKey();
        }
        return EncryptionKeyFile.read(file);
    }

    @Bean
    SecondFactors secondFactors(SecretCipher cipher, Clock clock) {
        return new SecondFactors(cipher, clock);
    }

    /** Goes on trying while the store is unavailable. */
    @Bean
    BackgroundWorker secondFactorEncryption(Accounts accounts, SecondFactors factors) {
        var encryption = new SecondFactorEncryption(accounts, factors);
        return BackgroundWorker.untilItSucceeds(
                "second-factor-encryption", () -> PeopleWorkers.encryptSecondFactors(encryption));
    }
}
