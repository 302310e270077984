package org.vedette.notification.signup;

/**
 * Where a request comes from.
 *
 * @param address address of the client, as evidence
 * @param client what counts as one client: the address, or the /64 of an IPv6 address
 * @param network its neighbourhood: the /24 of an IPv4 address, the /48 of an IPv6 address
 */
public record ClientNetwork(String address, String client, String network) {

    /** A client without an address, as in a test without a server. */
    public static final ClientNetwork UNKNOWN = new ClientNetwork("unknown", "unknown", "unknown");
}
