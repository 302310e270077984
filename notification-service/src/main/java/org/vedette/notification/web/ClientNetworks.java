package org.vedette.notification.web;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.vedette.notification.signup.ClientNetwork;

/** Tells where a request comes from: the gateway says it; without a gateway it is the connection. */
public final class ClientNetworks {

    /** Set by the gateway, which removes what a client sends under this name. */
    private static final String FIELD = "Vedette-Client-Address";

    private static final int CLIENT_OF_IPV6 = 8;
    private static final int NETWORK_OF_IPV6 = 6;
    private static final int NETWORK_OF_IPV4 = 3;

    private ClientNetworks() {}

    /** Where a request comes from. */
    public static ClientNetwork of(ServerHttpRequest request) {
        var address = address(request);
        if (address == null) {
            return ClientNetwork.UNKNOWN;
        }
        var text = NetUtil.toAddressString(address);
        return address instanceof Inet6Address
                ? new ClientNetwork(text, prefix(address, CLIENT_OF_IPV6), prefix(address, NETWORK_OF_IPV6))
                : new ClientNetwork(text, text, prefix(address, NETWORK_OF_IPV4));
    }

    private static @Nullable InetAddress address(ServerHttpRequest request) {
        var field = request.getHeaders().getFirst(FIELD);
        if (field != null) {
            return NetUtil.createInetAddressFromIpAddressString(field);
        }
        var remote = request.getRemoteAddress();
        return remote == null ? null : remote.getAddress();
    }

    private static String prefix(InetAddress address, int bytes) {
        var prefix = address.getAddress();
        Arrays.fill(prefix, bytes, prefix.length, (byte) 0);
        return NetUtil.bytesToIpAddress(prefix) + "/" + bytes * Byte.SIZE;
    }
}
