package org.vedette.gateway.clients;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Reads IP addresses; never asks a name server. */
final class IpAddresses {

    private IpAddresses() {}

    /** The address of a node, which may have a port, and brackets when it is IPv6 (RFC 7239 §6). */
    static Optional<InetAddress> ofNode(String node) {
        if (node.startsWith("[")) {
            var end = node.indexOf(']');
            return end < 0 || !isPort(node.substring(end + 1)) ? Optional.empty() : parse(node.substring(1, end));
        }
        var colon = node.indexOf(':');
        var hasPort = colon >= 0 && colon == node.lastIndexOf(':');
        return hasPort ? parse(node.substring(0, colon)) : parse(node);
    }

    /** An IPv6 address that stands for one of IPv4 becomes that one. */
    static Optional<InetAddress> parse(String text) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(text);
        try {
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has four or sixteen bytes", e);
        }
    }

    private static boolean isPort(String rest) {
        return rest.isEmpty() || rest.startsWith(":");
    }
}
