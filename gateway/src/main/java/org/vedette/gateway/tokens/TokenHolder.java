package org.vedette.gateway.tokens;

import org.vedette.gateway.accounts.ActiveAccount;

/** A valid token and its owner. */
public record TokenHolder(ActiveAccount owner, PersonalToken token) {}
