package org.vedette.notification.delivery.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Signs mails with each of several keys (RFC 6376 §3.5): canonicalization relaxed/relaxed, one hash of the body for all
 * signatures.
 */
public final class DkimSigner {

    private static final int LINE = 72;

    private final List<KeyInUse> keys;
    private final Clock clock;

    /** Makes the engine for a key, from whichever provider is fast. */
    @FunctionalInterface
    public interface Engines {

        /** A signature that is ready to sign. */
        Signature create(DkimKey key) throws GeneralSecurityException;
    }

    public DkimSigner(List<DkimKey> keys, Engines engines, Clock clock) {
        this.keys = keys.stream().map(key -> new KeyInUse(key, engines)).toList();
        this.clock = clock;
    }

    /** Whether there is a key. */
    public boolean isActive() {
        return !keys.isEmpty();
    }

    /**
     * The signatures as header fields, which are to be put in front of the others.
     *
     * @param headers all header fields that are to be signed if they are of a kind that is, each with CRLF
     * @param bodyHash SHA-256 of the canonical body
     */
    public String sign(String headers, byte[] bodyHash) {
        var signed = SignedHeaders.of(headers);
        var hash = Base64.getEncoder().encodeToString(bodyHash);
        var seconds = clock.instant().getEpochSecond();
        var fields = new StringBuilder();
        for (var key : keys) {
            fields.append(key.field(signed, hash, seconds));
        }
        return fields.toString();
    }

    /** A digest for {@code bodyHash}. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** A key with the engines that no thread uses at the moment. */
    private static final class KeyInUse {

        private final DkimKey key;
        private final Engines factory;
        private final Queue<Signature> engines = new ConcurrentLinkedQueue<>();

        KeyInUse(DkimKey key, Engines factory) {
            this.key = key;
            this.factory = factory;
        }

        String field(SignedHeaders headers, String bodyHash, long seconds) {
            var value = " v=1; a=" + key.algorithm().tag() + "; c=relaxed/relaxed; d=" + key.domain() + "; s="
                    + key.selector() + ";\r\n t=" + seconds + "; h=" + folded(headers.names()) + ";\r\n bh=" + bodyHash
                    + ";\r\n b=";
            // The field itself is signed last, without a signature and without the CRLF at its end (RFC 6376 §3.7).
            var input = headers.canonical() + Canonicalization.header("DKIM-Signature", value);
            var signature = Base64.getEncoder().encodeToString(sign(input.getBytes(StandardCharsets.US_ASCII)));
            return "DKIM-Signature:" + value + inLines(signature) + "\r\n";
        }

        private byte[] sign(byte[] input) {
            try {
                var idle = engines.poll();
                var engine = idle == null ? factory.create(key) : idle;
                engine.update(toSign(input));
                var signature = engine.sign();
                engines.add(engine);
                return signature;
            } catch (SignatureException failure) {
                throw new IllegalStateException("could not sign with the DKIM key " + key, failure);
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException("cannot use the DKIM key " + key, failure);
            }
        }

        /** Ed25519 signs the hash and not the data (RFC 8463 §3). */
        private byte[] toSign(byte[] input) {
            return key.algorithm() == DkimAlgorithm.ED25519 ? sha256().digest(input) : input;
        }

        /** Folds after colons, where the canonical form has the spaces that folding leaves. */
        private static String folded(List<String> names) {
            var lines = new StringBuilder();
            var length = 0;
            for (var i = 0; i < names.size(); i++) {
                var name = names.get(i) + (i < names.size() - 1 ? ":" : "");
                if (length + name.length() > LINE) {
                    lines.append("\r\n ");
                    length = 0;
                }
                lines.append(name);
                length += name.length();
            }
            return lines.toString();
        }

        private static String inLines(String base64) {
            var lines = new StringBuilder();
            for (var i = 0; i < base64.length(); i += LINE) {
                lines.append(i == 0 ? "" : "\r\n ").append(base64, i, Math.min(base64.length(), i + LINE));
            }
            return lines.toString();
        }
    }
}
