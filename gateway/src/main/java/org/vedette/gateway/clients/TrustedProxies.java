package org.vedette.gateway.clients;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** The networks of the proxies whose word on the client is taken. */
final class TrustedProxies {

    private final List<IpSubnetFilterRule> networks;

    private TrustedProxies(List<IpSubnetFilterRule> networks) {
        this.networks = List.copyOf(networks);
    }

    /** @throws IllegalArgumentException when one is no network */
    static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(networks.stream().map(TrustedProxies::network).toList());
    }

    boolean contain(InetAddress address) {
        return !networks.isEmpty() && contain(new InetSocketAddress(address, 0));
    }

    private boolean contain(InetSocketAddress address) {
        return networks.stream().anyMatch(network -> network.matches(address));
    }

    private static IpSubnetFilterRule network(String text) {
        var slash = text.indexOf('/');
        var address =
                IpAddresses.parse(slash < 0 ? text : text.substring(0, slash)).orElseThrow(() -> notANetwork(text));
        try {
            var bits = address.getAddress().length * Byte.SIZE;
            var prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException e) {
            throw notANetwork(text);
        }
    }

    private static IllegalArgumentException notANetwork(String text) {
        return new IllegalArgumentException(
                "VEDETTE_TRUSTED_PROXIES holds \"%s\", which is no network. Write addresses or networks like 10.0.0.0/8 or fd00::/8, separated by commas; names are not resolved."
                        .formatted(text));
    }
}
