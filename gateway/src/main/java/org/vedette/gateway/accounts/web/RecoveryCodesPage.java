package org.vedette.gateway.accounts.web;

import java.util.List;

/** View of the page that shows recovery codes, once. */
public record RecoveryCodesPage(List<String> codes) {

    public RecoveryCodesPage {
        codes = List.copyOf(codes);
    }
}
