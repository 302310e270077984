package org.vedette.notification.webhooks.receivers;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which IP addresses messages may be sent to: those of the public Internet, and the ranges that the operator allows. Everything that
 * the registries of special-purpose addresses (RFC 6890) keep from being globally reachable is refused, and so are the
 * prefixes that carry an IPv4 address inside an IPv6 address.
 */
public final class AddressRules {

    private static final List<IpRange> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // Teredo and other protocol assignments, documentation, 6to4.
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(IpRange::parse)
            .toList();

    /** All other unicast addresses of IPv6 are local, mapped, translated (NAT64) or not assigned. */
    private static final IpRange GLOBAL_UNICAST = IpRange.parse("2000::/3");

    private final List<IpRange> allowed;

    /**
     * Rules with exceptions.
     *
     * @param allowed ranges that may be sent to although they are not public
     */
    public AddressRules(List<IpRange> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Why nothing may be sent to an address; empty when it may. */
    public Optional<String> refusal(InetAddress address) {
        var plain = withoutMapping(address);
        if (allowed.stream().anyMatch(range -> range.contains(plain)) || isPublic(plain)) {
            return Optional.empty();
        }
        return Optional.of(plain.getHostAddress() + " is not an address of the public Internet");
    }

    private static boolean isPublic(InetAddress address) {
        var isUnicast = address instanceof Inet4Address || GLOBAL_UNICAST.contains(address);
        return isUnicast && SPECIAL.stream().noneMatch(range -> range.contains(address));
    }

    /** An IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2) is what it maps. */
    private static InetAddress withoutMapping(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("the bytes of an address are an address", impossible);
        }
    }
}
