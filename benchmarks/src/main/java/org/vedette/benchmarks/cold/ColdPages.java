package org.vedette.benchmarks.cold;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vedette.benchmarks.suite.Settings;
import org.vedette.benchmarks.suite.Site.Page;
import org.vedette.benchmarks.suite.Suite;

/**
 * What pages cost that the instance has not kept. A changed post makes it drop all it has kept; then pages of one kind
 * are asked for, each once, one after another; and so on until there are enough.
 */
public final class ColdPages {

    /** Before it has served some of a kind, a JVM mostly compiles. */
    private static final int WARM_UP_ROUNDS = 8;

    private static final int PAGES_IN_A_ROUND = 8;
    private static final int MOST_ROUNDS = 24;
    private static final int ENOUGH = 64;
    private static final String NEXT = "next:";

    /** How far an API is followed; half of the pages, the deeper ones, count. */
    private static final int PAGES_OF_AN_API = 200;

    private final Suite suite;

    private ColdPages(Suite suite) {
        this.suite = suite;
    }

    /** Reads what {@link Suite#of} reads and {@code only}, the beginning of an address; says a line for each kind. */
    public static void main(String... arguments) throws Exception {
        Settings settings = Settings.of(arguments);
        try (Suite suite = Suite.of(settings)) {
            ColdPages pages = new ColdPages(suite);
            List<PageKind> kinds = PageKind.all().stream()
                    .filter(kind -> kind.pattern().matches(settings.text("only", ".*")))
                    .toList();
            for (PageKind kind : kinds) {
                var unused = pages.measure(kind, WARM_UP_ROUNDS);
            }
            for (PageKind kind : kinds) {
                System.out.println(pages.measure(kind, MOST_ROUNDS).line(kind.name()));
            }
        }
    }

    private Sample measure(PageKind kind, int rounds) throws IOException, InterruptedException {
        List<String> addresses = addresses(kind);
        Sample sample = Sample.NOTHING;
        for (int round = 0; round < rounds && sample.size() < ENOUGH; round++) {
            suite.disturb();
            sample = sample.and(round(addresses, round));
        }
        return sample;
    }

    private List<String> addresses(PageKind kind) throws IOException, InterruptedException {
        if (!kind.pattern().startsWith(NEXT)) {
            return new Addresses(suite.blog(), suite.site()).of(kind);
        }
        List<String> pages =
                new NextLinks(suite.site(), kind.pattern().substring(NEXT.length())).follow(PAGES_OF_AN_API);
        if (pages.isEmpty()) {
            throw new IllegalStateException(kind.pattern() + " has no second page");
        }
        return pages.subList(pages.size() / 2, pages.size());
    }

    /** Never one address twice in a round. */
    private Sample round(List<String> addresses, int round) throws IOException, InterruptedException {
        int count = Math.min(PAGES_IN_A_ROUND, addresses.size());
        List<Page> pages = new ArrayList<>();
        long before = suite.server().cpuMillis();
        for (int index = 0; index < count; index++) {
            pages.add(suite.site().get(addresses.get((round * count + index) % addresses.size())));
        }
        return Sample.of(pages, suite.server().cpuMillis() - before);
    }
}
