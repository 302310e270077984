package org.vedette.notification.delivery.dkim;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The command {@code dkim-keys DOMAIN DIRECTORY [SELECTOR] [MAIL-SERVER]}: makes a key of each kind, unless it is there, and prints
 * the DNS records.
 */
public final class DkimKeysCommand {

    /** The first argument of the program. */
    public static final String NAME = "dkim-keys";

    private static final String USAGE = """
            Usage: dkim-keys DOMAIN DIRECTORY [SELECTOR] [MAIL-SERVER]
              DOMAIN       of the address in VEDETTE_MAIL_FROM, as example.org
              DIRECTORY    where the keys are written to, as files that only you can read
              SELECTOR     name of the keys in the DNS, letters and digits; vedette by default
              MAIL-SERVER  what VEDETTE_SMTP_HOST is set to, for the SPF record; mail.DOMAIN by default
            """;

    private static final Pattern DOMAIN =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");
    private static final Pattern SELECTOR = Pattern.compile("[A-Za-z0-9]{1,60}");
    private static final int RSA_BITS = 2048;
    private static final int WRONG_ARGUMENTS = 2;
    private static final int MOST_ARGUMENTS = 4;

    private final PrintStream out;

    private DkimKeysCommand(PrintStream out) {
        this.out = out;
    }

    /** Runs the command with the arguments after its name; returns the exit code. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() < 2 || arguments.size() > MOST_ARGUMENTS) {
            err.print(USAGE);
            return WRONG_ARGUMENTS;
        }
        var domain = arguments.get(0);
        var selector = arguments.size() > 2 ? arguments.get(2) : "vedette";
        var mailServer = arguments.size() > 3 ? arguments.get(3) : "mail." + domain;
        if (!DOMAIN.matcher(domain).matches()
                || !DOMAIN.matcher(mailServer).matches()
                || !SELECTOR.matcher(selector).matches()) {
            err.println("This is not a domain, a selector or a mail server: " + String.join(" ", arguments));
            err.print(USAGE);
            return WRONG_ARGUMENTS;
        }
        try {
            new DkimKeysCommand(out).make(domain, Path.of(arguments.get(1)), selector, mailServer);
            return 0;
        } catch (IOException | IllegalArgumentException failure) {
            err.println("The keys could not be made: " + failure.getMessage());
            return 1;
        }
    }

    private void make(String domain, Path directory, String selector, String mailServer) throws IOException {
        Files.createDirectories(directory);
        var keys = List.of(
                key(directory.resolve(selector + "-rsa.pem"), domain, DkimAlgorithm.RSA),
                key(directory.resolve(selector + "-ed25519.pem"), domain, DkimAlgorithm.ED25519));
        out.println();
        out.println("Publish these records in the DNS of " + domain + ":");
        out.println();
        out.println("; DKIM: the public keys");
        keys.forEach(key -> out.println(DnsRecords.dkim(key)));
        out.println("; SPF: the servers that send your mail; keep what an existing record has");
        out.println(DnsRecords.spf(domain, mailServer));
        out.println("; DMARC: begin with p=none, read the reports, then go to p=quarantine");
        out.println(DnsRecords.dmarc(domain));
        out.println();
        out.println("Then set:");
        out.println("VEDETTE_DKIM_KEYS=" + directory.resolve(selector + "-rsa.pem") + ","
                + directory.resolve(selector + "-ed25519.pem"));
    }

    private DkimKey key(Path file, String domain, DkimAlgorithm algorithm) throws IOException {
        if (Files.exists(file)) {
            out.println("Kept   " + file);
        } else {
            var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, permissions);
            Files.writeString(file, PemKeys.write(generate(algorithm)), StandardCharsets.US_ASCII);
            out.println("Made   " + file);
        }
        return PemKeys.read(file, domain);
    }

    private static PrivateKey generate(DkimAlgorithm algorithm) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm == DkimAlgorithm.RSA ? "RSA" : algorithm.javaName());
            if (algorithm == DkimAlgorithm.RSA) {
                generator.initialize(RSA_BITS);
            }
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has RSA and Ed25519", impossible);
        }
    }
}
