package org.vedette.gateway.identity;

import java.util.List;

/**
 * Somebody who may use the API. The token itself is nowhere kept, only its hash.
 *
 * @param name what services and logs call the holder
 * @param roles what the holder may be, at least one
 * @param sha256 hash of the token, in lower-case hex
 */
record ApiToken(String name, List<String> roles, String sha256) {

    ApiToken {
        roles = List.copyOf(roles);
    }
}
