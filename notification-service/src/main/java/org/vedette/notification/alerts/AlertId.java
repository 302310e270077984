package org.vedette.notification.alerts;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identity of an alert, made from what it is about: a second alert about the same thing has the same id.
 *
 * @param value lower-case letters, digits and hyphens, so that it can stand in a URL and in a Message-ID
 */
public record AlertId(String value) {

    /** In characters. */
    public static final int MAX_LENGTH = 64;

    private static final String DIGEST = "digest-";
    private static final int UUID_LENGTH = 36;
    private static final Pattern POST = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-[a-z]+[0-9]+)?");

    private static final Pattern REVISION = Pattern.compile("-[rw]([0-9]{1,18})$");

    public AlertId {
        if (!value.matches("[a-z0-9-]{1," + MAX_LENGTH + "}")) {
            throw new IllegalArgumentException("not the id of an alert");
        }
    }

    /** The id of the alert about a post. */
    public static AlertId ofPost(UUID post) {
        return new AlertId(post.toString());
    }

    /** The id of the alert about the correction that a revision of a post added. */
    public static AlertId ofCorrection(UUID post, long revision) {
        return new AlertId(post + "-r" + revision);
    }

    /** The id of the alert about the withdrawal of a post by a revision. */
    public static AlertId ofWithdrawal(UUID post, long revision) {
        return new AlertId(post + "-w" + revision);
    }

    /** The id of a digest, which is an alert about a period. */
    public static AlertId ofDigest(String period) {
        return new AlertId(DIGEST + period);
    }

    /** The post that it is about; empty for a digest. */
    public Optional<UUID> post() {
        return POST.matcher(value).matches()
                ? Optional.of(UUID.fromString(value.substring(0, UUID_LENGTH)))
                : Optional.empty();
    }

    /** The revision of the post that it is about; 0 when it is about none. */
    public long revision() {
        var revision = REVISION.matcher(value);
        return !isDigest() && revision.find() ? Long.parseLong(revision.group(1)) : 0;
    }

    /** Whether it is about a period and not about a post. */
    public boolean isDigest() {
        return value.startsWith(DIGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
