package org.vedette.benchmarks.blog;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What a post tells its readers to look for, written so that nothing becomes a link.
 *
 * @param domain such as {@code evil[.]example}
 * @param url such as {@code hxxp://evil[.]example/path}
 * @param address an IPv4 address such as {@code 198[.]51[.]100[.]7}
 * @param hash a SHA-256 in hexadecimal digits
 * @param cve a vulnerability; the well-known ones are in many posts
 */
public record Indicators(String domain, String url, String address, String hash, String cve) {

    private static final ZipfDistribution VULNERABILITIES = new ZipfDistribution(3_000);

    static Indicators draw(Vocabulary words, RandomGenerator random) {
        var domain = words.ranked(random.nextInt(Vocabulary.SIZE)) + words.ranked(random.nextInt(2_000)) + "[.]example";
        var address = "198[.]51[.]" + random.nextInt(256) + "[.]" + random.nextInt(1, 255);
        return new Indicators(
                domain, "hxxp://" + domain + "/" + words.draw(random), address, hash(random), cve(random));
    }

    List<String> all() {
        return List.of(domain, url, address, hash, cve);
    }

    private static String hash(RandomGenerator random) {
        var hash = new StringBuilder();
        for (int part = 0; part < 4; part++) {
            hash.append(String.format(Locale.ROOT, "%016x", random.nextLong()));
        }
        return hash.toString();
    }

    private static String cve(RandomGenerator random) {
        var rank = VULNERABILITIES.draw(random);
        return "CVE-" + (2015 + rank % 10) + "-" + (10_000 + rank * 7);
    }
}
