package org.vedette.notification.delivery.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The DNS records by which receivers trust mails of a domain, as lines of a zone file. */
final class DnsRecords {

    /** The longest string within a TXT record (RFC 1035 §3.3). */
    private static final int LONGEST_STRING = 255;

    private static final int ED25519_BYTES = 32;

    private DnsRecords() {}

    /** The public half of a key (RFC 6376 §3.6.1, RFC 8463 §4). */
    static String dkim(DkimKey key) {
        var publicKey = Base64.getEncoder().encodeToString(publicKey(key));
        return txt(
                key.selector() + "._domainkey." + key.domain(),
                "v=DKIM1; k=" + key.algorithm().keyType() + "; p=" + publicKey);
    }

    /** Who may send mail of the domain (RFC 7208). */
    static String spf(String domain, String mailServer) {
        return txt(domain, "v=spf1 a:" + mailServer + " ~all");
    }

    /** What receivers do with mail that fails, and whom they tell (RFC 7489 §6.3). */
    static String dmarc(String domain) {
        return txt("_dmarc." + domain, "v=DMARC1; p=none; rua=mailto:postmaster@" + domain);
    }

    private static String txt(String name, String value) {
        var strings = IntStream.iterate(0, from -> from < value.length(), from -> from + LONGEST_STRING)
                .mapToObj(from -> value.substring(from, Math.min(value.length(), from + LONGEST_STRING)))
                .map(string -> "\"" + string + "\"")
                .collect(Collectors.joining(" "));
        return name + ". IN TXT " + strings;
    }

    private static byte[] publicKey(DkimKey key) {
        try {
            return key.key() instanceof RSAPrivateCrtKey rsa ? rsa(rsa) : ed25519((EdECPrivateKey) key.key());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has RSA and Ed25519", impossible);
        }
    }

    private static byte[] rsa(RSAPrivateCrtKey key) throws GeneralSecurityException {
        var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded();
    }

    /** The platform computes a public key only while it makes a pair: it is given the private one as its random bytes. */
    private static byte[] ed25519(EdECPrivateKey key) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(
                NamedParameterSpec.ED25519, new FixedBytes(key.getBytes().orElseThrow()));
        var encoded = generator.generateKeyPair().getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
    }

    /** Not random at all. */
    private static final class FixedBytes extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        FixedBytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
