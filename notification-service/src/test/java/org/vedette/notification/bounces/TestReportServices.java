package org.vedette.notification.bounces;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.vedette.notification.LinkKey;
import org.vedette.notification.bounces.Report.References;
import org.vedette.notification.delivery.returnpath.ReturnPath;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.UnsubscribeService;
import reactor.core.scheduler.Schedulers;

/** Services that know no mail, for the doors by which reports come. */
public final class TestReportServices {

    public static final References NOTHING = new References(List.of(), null, null);

    private static final LinkKey KEY = new LinkKey("one key of thirty-two characters");

    private TestReportServices() {}

    public static ReportService of(ReportReader reader) {
        return of(reader, Duration.ofSeconds(10));
    }

    /** One that gives up a message after a time. */
    public static ReportService of(ReportReader reader, Duration readingTimeout) {
        var mails = new InMemorySentMails();
        var subscribers = new InMemorySubscribers();
        var bounces = new BounceService(
                mails,
                new ReportMatcher(mails, ReturnPath.of("", KEY)),
                subscribers,
                new UnsubscribeService(subscribers, new LinkTokens(KEY), Clock.systemUTC()),
                new BouncePolicy(5, Duration.ofDays(30)),
                Clock.systemUTC());
        return new ReportService(reader, bounces, (door, outcome) -> {}, Schedulers.boundedElastic(), readingTimeout);
    }
}
