package org.vedette.feed.versions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which editions of the read model there are. It is the same for all instances, and replaced as a whole by whoever saw
 * its newest version.
 *
 * @param version grows with every change
 * @param generation grows with every rebuild, and gives its edition a name nobody had
 * @param current the edition that is served
 * @param rebuild the edition that is being made; null when none is
 * @param retired editions that were served before, the latest first
 * @param last how the last rebuild ended; null when there was none
 */
public record VersionRegistry(
        long version,
        long generation,
        String current,
        @Nullable Rebuild rebuild,
        List<Retired> retired,
        @Nullable Report last) {

    /** The edition there is before any rebuild. */
    public static final String FIRST_EDITION = "entries";

    private static final Pattern EDITION = Pattern.compile(FIRST_EDITION + "(_\\d{1,18})?");

    private static final VersionRegistry FIRST = new VersionRegistry(0, 0, FIRST_EDITION, null, List.of(), null);

    public VersionRegistry {
        retired = List.copyOf(retired);
    }

    /**
     * An edition that some instances may still serve.
     *
     * @param until when nobody does any more
     */
    public record Retired(String edition, Instant until) {}

    public static VersionRegistry first() {
        return FIRST;
    }

    /** Whether a name is that of an edition. */
    public static boolean isEdition(String name) {
        return EDITION.matcher(name).matches();
    }

    /**
     * The editions that every change is written to, the newest first: an instance that moves on to a newer edition finds
     * there whatever it has seen in an older one.
     */
    public List<String> written() {
        return Stream.of(
                        Stream.ofNullable(rebuild).map(Rebuild::edition),
                        Stream.of(current),
                        retired.stream().map(Retired::edition))
                .flatMap(each -> each)
                .toList();
    }

    /** The rebuild whose lease is good. */
    Optional<Rebuild> running(Instant now) {
        return Optional.ofNullable(rebuild).filter(claim -> claim.leasedUntil().isAfter(now));
    }

    boolean isOf(Rebuild mine) {
        return rebuild != null && rebuild.edition().equals(mine.edition());
    }

    /** Nobody before had its edition's name, and nobody will. */
    Rebuild newRebuild(String by, Instant now, Duration lease) {
        return new Rebuild(FIRST_EDITION + "_" + (generation + 1), by, now, now.plus(lease), RebuildProgress.NONE);
    }

    /** With a new rebuild, whatever became of an earlier one. */
    VersionRegistry claimed(Rebuild next) {
        return new VersionRegistry(version + 1, generation + 1, current, next, retired, last);
    }

    /** Whether an edition is of an earlier generation and nobody uses it. What is later than this catalogue is not its. */
    boolean isLeftover(String edition) {
        return !written().contains(edition) && generationOf(edition) < generation;
    }

    private static long generationOf(String edition) {
        var number = edition.substring(FIRST_EDITION.length()).replace("_", "");
        return number.isEmpty() ? 0 : Long.parseLong(number);
    }

    VersionRegistry with(Rebuild renewed) {
        return new VersionRegistry(version + 1, generation, current, renewed, retired, last);
    }

    /** The rebuilt edition takes over. */
    VersionRegistry switched(Rebuild complete, Instant retireUntil, Report report) {
        var retiring = Stream.concat(Stream.of(new Retired(current, retireUntil)), retired.stream());
        return new VersionRegistry(version + 1, generation, complete.edition(), null, retiring.toList(), report);
    }

    VersionRegistry abandoned(Report report) {
        return new VersionRegistry(version + 1, generation, current, null, retired, report);
    }

    VersionRegistry without(Retired gone) {
        var left = retired.stream().filter(each -> !each.equals(gone)).toList();
        return new VersionRegistry(version + 1, generation, current, rebuild, left, last);
    }
}
