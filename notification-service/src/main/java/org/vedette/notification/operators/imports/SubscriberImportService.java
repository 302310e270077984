package org.vedette.notification.operators.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.operators.SubscriberState;
import org.vedette.notification.operators.imports.CsvRows.Row;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.selfservice.ErasedAddresses;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.Consent;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Profile;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.subscribers.Suppressed;
import org.vedette.notification.subscribers.Unsubscribed;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Adds the subscribers of a file, which is read while it arrives. Whoever is known stays as they are: nobody who has left, is
 * suppressed or was erased gets mail again by an import, and the same file again changes nothing.
 */
public final class SubscriberImportService {

    private static final int CONCURRENCY = 32;

    private final Subscribers subscribers;
    private final ErasedAddresses erased;
    private final Preferences ofNewSubscribers;
    private final Supplier<SubscriberId> ids;
    private final Clock clock;

    public SubscriberImportService(
            Subscribers subscribers,
            ErasedAddresses erased,
            Preferences ofNewSubscribers,
            Supplier<SubscriberId> ids,
            Clock clock) {
        this.subscribers = subscribers;
        this.erased = erased;
        this.ofNewSubscribers = ofNewSubscribers;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Imports a file, or says what would come of it. Fails with {@link UnreadableFileException} when the file is no CSV in UTF-8
     * with a column of addresses; what was added before stays.
     *
     * @param source name of the file or the system, kept with the consent
     */
    public Mono<ImportReport> importFile(Flux<byte[]> file, String source, boolean dryRun) {
        return Mono.defer(() -> {
            var counts = new Counts();
            return new ImportedFile()
                    .rows(file)
                    .flatMap(row -> add(row, source, dryRun), CONCURRENCY)
                    .doOnNext(counts::count)
                    .then(Mono.fromSupplier(() -> counts.report(dryRun)));
        });
    }

    private Mono<Result> add(ImportedFile.ImportedRow imported, String source, boolean dryRun) {
        var row = imported.row();
        var columns = imported.columns();
        var address = EmailAddress.parse(columns.address(row));
        var state = columns.state(row);
        if (address.isEmpty()) {
            return Mono.just(Result.refused(row, "This is not a mail address that can get mail."));
        }
        if (state.isEmpty()) {
            return Mono.just(Result.refused(row, "Its state is none of those that are known."));
        }
        if (state.get() == SubscriberState.PENDING) {
            return Mono.just(new Result(Kind.NOT_CONFIRMED, null));
        }
        return addUnlessErased(subscriber(address.get(), state.get(), imported, source), dryRun);
    }

    private Mono<Result> addUnlessErased(Subscriber subscriber, boolean dryRun) {
        return erased.contains(subscriber.address())
                .flatMap(isErased -> isErased ? withErased(subscriber) : add(subscriber, dryRun));
    }

    /** Whoever was erased and has subscribed since is known. */
    private Mono<Result> withErased(Subscriber subscriber) {
        return subscribers
                .with(subscriber.address())
                .hasElement()
                .map(isKnown -> new Result(isKnown ? Kind.KNOWN : Kind.ERASED, null));
    }

    private Mono<Result> add(Subscriber subscriber, boolean dryRun) {
        var kind = subscriber instanceof Active ? Kind.ADDED : Kind.ADDED_ENDED;
        var added = dryRun
                ? subscribers.with(subscriber.address()).hasElement().map(isKnown -> !isKnown)
                : subscribers.add(subscriber);
        return added.map(isNew -> new Result(isNew ? kind : Kind.KNOWN, null));
    }

    private Subscriber subscriber(
            EmailAddress address, SubscriberState state, ImportedFile.ImportedRow imported, String source) {
        var now = clock.instant();
        var columns = imported.columns();
        var since = Objects.requireNonNullElse(columns.consentAt(imported.row()), now);
        var consent =
                new Consent(since, columns.consentFrom(imported.row()), "Imported from " + source, "import", null);
        var profile = new Profile(preferences(imported, now), consent, null);
        return switch (state) {
            case UNSUBSCRIBED -> new Unsubscribed(ids.get(), address, 1, profile, now);
            case SUPPRESSED -> new Suppressed(ids.get(), address, 1, profile, "suppressed in " + source, now, null);
            case ACTIVE, PENDING -> new Active(ids.get(), address, 1, profile, since);
        };
    }

    private Preferences preferences(ImportedFile.ImportedRow imported, Instant now) {
        var series = imported.columns().series(imported.row());
        var tags = imported.columns().tags(imported.row());
        var scope = series.isEmpty() && tags.isEmpty() ? ofNewSubscribers.scope() : new Scope.Chosen(series, tags);
        return new Preferences(scope, ofNewSubscribers.cadence(), null, List.of()).beginningAt(now);
    }

    private enum Kind {
        ADDED,
        ADDED_ENDED,
        KNOWN,
        NOT_CONFIRMED,
        ERASED,
        REFUSED
    }

    private record Result(Kind kind, ImportReport.@Nullable Refusal refusal) {

        static Result refused(Row row, String reason) {
            return new Result(Kind.REFUSED, new ImportReport.Refusal(row.line(), reason));
        }
    }

    /** Counts results one after the other. */
    private static final class Counts {

        private final long[] counts = new long[Kind.values().length];
        private final List<ImportReport.Refusal> refusals = new ArrayList<>();

        void count(Result result) {
            counts[index(result.kind())]++;
            if (result.refusal() != null && refusals.size() < ImportReport.MOST_REFUSALS) {
                refusals.add(result.refusal());
            }
        }

        ImportReport report(boolean dryRun) {
            var rows = 0L;
            for (var count : counts) {
                rows += count;
            }
            return new ImportReport(
                    dryRun,
                    rows,
                    of(Kind.ADDED),
                    of(Kind.ADDED_ENDED),
                    of(Kind.KNOWN),
                    of(Kind.NOT_CONFIRMED),
                    of(Kind.ERASED),
                    of(Kind.REFUSED),
                    refusals.stream()
                            .sorted(Comparator.comparingLong(ImportReport.Refusal::line))
                            .toList());
        }

        private long of(Kind kind) {
            return counts[index(kind)];
        }

        private static int index(Kind kind) {
            return switch (kind) {
                case ADDED -> 0;
                case ADDED_ENDED -> 1;
                case KNOWN -> 2;
                case NOT_CONFIRMED -> 3;
                case REFUSED -> 4;
                case ERASED -> 5;
            };
        }
    }
}
