package org.vedette.gateway.identity;

import java.util.List;

/**
 * An API token and its holder. Only the hash of the token is stored.
 *
 * @param name name of the holder in services and logs
 * @param roles roles of the holder, at least one
 * @param sha256 SHA-256 hash of the token in lower-case hexadecimal
 */
record ApiToken(String name, List<String> roles, String sha256) {

    ApiToken {
        roles = List.copyOf(roles);
    }
}
