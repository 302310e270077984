package org.vedette.gateway.administration;

import org.vedette.gateway.accounts.LoginName;

/** The admin who makes a change. */
public record Actor(LoginName login, String client) {}
