package org.vedette.gateway.tokens;

import org.vedette.gateway.secrets.Secret;

/** A new token, with the secret that is shown once. */
public record CreatedToken(PersonalToken token, Secret secret) {}
