package org.vedette.gateway.accounts;

import java.util.UUID;

/** Identifies an account for good; names and addresses may change. */
public record AccountId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
