package org.vedette.gateway.links;

import org.vedette.gateway.accounts.Account;

/** A valid link and the account whose password it chooses. */
public record PasswordChoice(AccountLink link, Account account) {}
