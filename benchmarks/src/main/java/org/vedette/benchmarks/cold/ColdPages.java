package org.vedette.benchmarks.cold;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vedette.benchmarks.suite.Settings;
import org.vedette.benchmarks.suite.Site.Page;
import org.vedette.benchmarks.suite.Suite;

/**
 * What pages cost that the instance has not kept. A changed post makes it drop all it has kept; then pages of one kind
 * are asked for, each once, one after another; and so on.
 */
public final class ColdPages {

    private static final int PAGES_IN_A_ROUND = 8;
    private static final int ROUNDS = 24;

    /**
     * Before it has served many thousands of pages, a JVM mostly compiles, and a round costs what the compiler takes. They are
     * divided among the kinds, which share most of the code.
     */
    private static final int WARM_UP_ROUNDS = 3200;

    private static final int LEAST_WARM_UP_ROUNDS_OF_A_KIND = 96;

    private static final String NEXT = "next:";

    /** How far an API is followed; half of the pages, the deeper ones, count. */
    private static final int PAGES_OF_AN_API = 200;

    private final Suite suite;
    private final Addresses lists;
    private final Map<PageKind, List<String>> addresses = new ConcurrentHashMap<>();

    private ColdPages(Suite suite) {
        this.suite = suite;
        this.lists = new Addresses(suite.blog(), suite.site());
    }

    /** Reads what {@link Suite#of} reads and {@code only}, an expression for the addresses; prints a line for each kind. */
    public static void main(String... arguments) throws Exception {
        var settings = Settings.of(arguments);
        try (var suite = Suite.of(settings)) {
            var pages = new ColdPages(suite);
            var kinds = PageKind.all().stream()
                    .filter(kind -> kind.pattern().matches(settings.text("only", ".*")))
                    .toList();
            var warmUp = Math.max(LEAST_WARM_UP_ROUNDS_OF_A_KIND, WARM_UP_ROUNDS / Math.max(1, kinds.size()));
            for (int round = 0; round < warmUp; round++) {
                for (PageKind kind : kinds) {
                    suite.invalidatePages();
                    var unused = pages.round(kind, round);
                }
            }
            for (PageKind kind : kinds) {
                System.out.println(pages.measure(kind).line(kind.name()));
            }
        }
    }

    private Sample measure(PageKind kind) throws IOException, InterruptedException {
        var sample = Sample.NOTHING;
        for (int round = 0; round < ROUNDS; round++) {
            suite.invalidatePages();
            suite.server().awaitQuiet();
            sample = sample.and(round(kind, round));
        }
        return sample;
    }

    private List<String> addresses(PageKind kind) throws IOException, InterruptedException {
        var known = addresses.get(kind);
        if (known == null) {
            known = find(kind);
            addresses.put(kind, known);
        }
        return known;
    }

    private List<String> find(PageKind kind) throws IOException, InterruptedException {
        if (!kind.pattern().startsWith(NEXT)) {
            return lists.of(kind);
        }
        var pages = new NextLinks(suite.site(), kind.pattern().substring(NEXT.length())).follow(PAGES_OF_AN_API);
        if (pages.isEmpty()) {
            throw new IllegalStateException(kind.pattern() + " has no second page");
        }
        return pages.subList(pages.size() / 2, pages.size());
    }

    /** Never one address twice. */
    private Sample round(PageKind kind, int round) throws IOException, InterruptedException {
        var all = addresses(kind);
        var count = Math.min(PAGES_IN_A_ROUND, all.size());
        var pages = new ArrayList<Page>();
        var before = suite.server().cpuMillis();
        for (int index = 0; index < count; index++) {
            pages.add(suite.site().get(all.get((round * count + index) % all.size())));
        }
        return Sample.of(pages, suite.server().cpuMillis() - before);
    }
}
