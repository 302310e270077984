package org.vedette.notification.delivery.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Verifies signatures as a receiver does, by RFC 6376 §6.1 and RFC 8463, written without what signs them. */
public final class DkimVerifier {

    private final Map<String, String> records;

    /** @param records DNS records by name, as {@code s1._domainkey.example.org} */
    public DkimVerifier(Map<String, String> records) {
        this.records = records;
    }

    /** The algorithms of the valid signatures. */
    public List<String> validSignatures(byte[] mail) {
        var text = new String(mail, ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        var fields = List.of(text.substring(0, end + 2).split("(?<=\r\n)(?![ \t])", -1));
        var body = text.substring(end + 4);
        return fields.stream()
                .filter(field -> field.startsWith("DKIM-Signature:"))
                .filter(field -> isValid(field, fields, body))
                .map(field -> get(tags(field), "a"))
                .toList();
    }

    private boolean isValid(String signature, List<String> fields, String body) {
        var tags = tags(signature);
        return get(tags, "bh").equals(bodyHash(body)) && isSigned(signature, tags, fields);
    }

    private boolean isSigned(String signature, Map<String, String> tags, List<String> fields) {
        try {
            var input = new StringBuilder();
            var left = new ArrayList<>(fields);
            for (var name : get(tags, "h").split(":", -1)) {
                input.append(takeLast(left, name));
            }
            input.append(relaxed(signature.replaceFirst("b=[A-Za-z0-9+/=\\s]+$", "b="))
                    .stripTrailing());
            var record = tags(get(records, get(tags, "s") + "._domainkey." + get(tags, "d")));
            return verify(tags, record, input.toString().getBytes(ISO_8859_1));
        } catch (GeneralSecurityException invalid) {
            return false;
        }
    }

    private static boolean verify(Map<String, String> tags, Map<String, String> record, byte[] input)
            throws GeneralSecurityException {
        var key = Base64.getDecoder().decode(get(record, "p"));
        var isRsa = get(record, "k").equals("rsa");
        var verifier = Signature.getInstance(isRsa ? "SHA256withRSA" : "Ed25519");
        verifier.initVerify(
                isRsa ? KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)) : edwards(key));
        verifier.update(isRsa ? input : MessageDigest.getInstance("SHA-256").digest(input));
        return verifier.verify(Base64.getDecoder().decode(get(tags, "b")));
    }

    /** RFC 8032 §5.1.5: y, little endian, and the sign of x in the last bit. */
    private static PublicKey edwards(byte[] key) throws GeneralSecurityException {
        var bigEndian = new byte[key.length];
        for (var i = 0; i < key.length; i++) {
            bigEndian[i] = key[key.length - 1 - i];
        }
        var isXOdd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        var point = new EdECPoint(isXOdd, new BigInteger(1, bigEndian));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    /** The last field of a name that is not taken yet, or nothing. */
    private static String takeLast(List<String> fields, String name) {
        for (var i = fields.size() - 1; i >= 0; i--) {
            if (fields.get(i).regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                return relaxed(fields.remove(i));
            }
        }
        return "";
    }

    private static String relaxed(String field) {
        var colon = field.indexOf(':');
        var value = field.substring(colon + 1)
                .replace("\r\n", "")
                .replaceAll("[ \t]+", " ")
                .strip();
        return field.substring(0, colon).toLowerCase(Locale.ROOT) + ":" + value + "\r\n";
    }

    private static String bodyHash(String body) {
        var lines = body.replaceAll("[ \t]+\r\n", "\r\n").replaceAll("[ \t]+", " ");
        var canonical = lines.replaceAll("(\r\n)+$", "");
        var ended = canonical.isEmpty() ? "" : canonical + "\r\n";
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(ended.getBytes(ISO_8859_1)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String get(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static Map<String, String> tags(String list) {
        var value = list.startsWith("DKIM-Signature:") ? list.substring("DKIM-Signature:".length()) : list;
        return Arrays.stream(value.split(";", -1))
                .map(tag -> Pattern.compile("\\s").matcher(tag).replaceAll(""))
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toMap(
                        tag -> tag.substring(0, tag.indexOf('=')), tag -> tag.substring(tag.indexOf('=') + 1)));
    }
}
