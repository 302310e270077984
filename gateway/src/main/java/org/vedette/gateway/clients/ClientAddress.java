package org.vedette.gateway.clients;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * The address of a client.
 *
 * @param address IP address in its canonical form, for logs and audits
 * @param network what counts as one client: the address itself, or the /64 of an IPv6 address, because whoever has one
 *     address usually has the others of its /64 as well
 */
public record ClientAddress(String address, String network) {

    /** A client whose connection has no IP address, as in a test without a server. */
    static final ClientAddress UNKNOWN = new ClientAddress("unknown", "unknown");

    private static final int PREFIX_BYTES = 8;

    public static ClientAddress of(InetAddress address) {
        var text = NetUtil.toAddressString(address);
        return new ClientAddress(text, address instanceof Inet6Address ? prefix(address) : text);
    }

    private static String prefix(InetAddress address) {
        var bytes = address.getAddress();
        Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
        return NetUtil.bytesToIpAddress(bytes) + "/64";
    }
}
