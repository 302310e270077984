package org.vedette.gateway.accounts;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an account says about a person, whatever its state.
 *
 * @param displayName name as others read it
 * @param roles at least one
 */
public record Profile(AccountId id, LoginName login, String displayName, Set<Role> roles) {

    public Profile {
        if (displayName.isBlank() || roles.isEmpty()) {
            throw new IllegalArgumentException("an account has a display name and a role");
        }
        roles = Set.copyOf(roles);
    }

    /** What an admin may change. */
    public Profile with(String nextName, Set<Role> nextRoles) {
        return new Profile(id, login, nextName, nextRoles);
    }

    /** The names of the roles, in the order of {@link Role}. */
    public List<String> roleNames() {
        return EnumSet.copyOf(roles).stream().map(Role::text).toList();
    }
}
