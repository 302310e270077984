package org.vedette.embedded.broker;

import java.nio.file.Path;

/**
 * What clients of the broker need: TLS, and a login by SCRAM-SHA-512.
 *
 * @param certificate PEM file with the certificate of the broker
 * @param key PEM file with its key (PKCS#8)
 * @param username the only login name
 * @param password its password; a directory that is formatted keeps its first one
 */
public record BrokerSecurity(Path certificate, Path key, String username, String password) {

    @Override
    public String toString() {
        return "BrokerSecurity[username=" + username + "]";
    }
}
