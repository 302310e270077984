package org.vedette.gateway.links;

import java.time.Instant;
import org.vedette.gateway.accounts.AccountId;

/**
 * The one-time link of an account. An account has one at most: a newer one replaces it.
 *
 * @param id hash of the secret in the link
 */
public record AccountLink(String id, AccountId account, LinkPurpose purpose, Instant createdAt, Instant expiresAt) {}
