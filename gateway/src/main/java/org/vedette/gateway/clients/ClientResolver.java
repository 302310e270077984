package org.vedette.gateway.clients;

import java.net.InetAddress;
import org.springframework.http.HttpHeaders;

/**
 * Finds the client of a request: the address of the connection, or, when that is a trusted proxy, the last address in front
 * of it that is not trusted.
 */
final class ClientResolver {

    private final TrustedProxies proxies;
    private final ForwardedField field;

    ClientResolver(ClientsProperties properties) {
        this.proxies = TrustedProxies.of(properties.trustedProxies());
        this.field = properties.forwardedField();
    }

    boolean isProxy(InetAddress peer) {
        return proxies.contain(peer);
    }

    /** Where a proxy does not say whom it received the request from, the proxy itself is the client. */
    ClientAddress resolve(InetAddress peer, HttpHeaders headers) {
        return ClientAddress.of(isProxy(peer) ? lastUntrusted(peer, headers) : peer);
    }

    private InetAddress lastUntrusted(InetAddress peer, HttpHeaders headers) {
        var last = peer;
        for (var node : field.nodes(headers)) {
            var before = IpAddresses.ofNode(node);
            if (before.isEmpty()) {
                return last;
            }
            last = before.get();
            if (!proxies.contain(last)) {
                return last;
            }
        }
        return last;
    }
}
