package org.vedette.gateway.secondfactor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.secrets.SecretGenerator;

/** Ten codes of 80 bits, each of which replaces a one-time password once. */
public record RecoveryCodes(List<String> codes) {

    private static final int COUNT = 10;
    private static final int BYTES = 10;

    public RecoveryCodes {
        codes = List.copyOf(codes);
    }

    public static RecoveryCodes generate(SecretGenerator secrets) {
        return new RecoveryCodes(Stream.generate(() -> grouped(Base32.encode(secrets.bytes(BYTES))))
                .limit(COUNT)
                .toList());
    }

    public Set<String> hashes() {
        return codes.stream().map(RecoveryCodes::hash).collect(Collectors.toSet());
    }

    /** Ignores case, spaces and hyphens. */
    static String hash(String code) {
        return Secret.sha256(code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }

    private static String grouped(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
    }

    @Override
    public String toString() {
        return "RecoveryCodes[…]";
    }
}
