package org.vedette.post.series;

/** Signals that a series was not stored; the message says what to do. */
public abstract sealed class SeriesException extends RuntimeException {

    private SeriesException(String message) {
        super(message, null, false, false);
    }

    /** Signals that there is no such series. */
    public static final class SeriesNotFoundException extends SeriesException {
        public SeriesNotFoundException() {
            super("There is no such series.");
        }
    }

    /** Signals that another series has the slug. */
    public static final class SeriesExistsException extends SeriesException {
        SeriesExistsException(String slug) {
            super("There is a series " + slug + " already: choose another slug.");
        }
    }

    /** Signals that somebody else changed the series meanwhile. */
    public static final class StaleSeriesException extends SeriesException {
        private final long current;

        StaleSeriesException(long current) {
            super("Somebody else changed the series meanwhile, which is at revision " + current
                    + ": read it again and repeat the change on it.");
            this.current = current;
        }

        public long current() {
            return current;
        }
    }

    /** Signals that posts belong to the series. */
    public static final class SeriesInUseException extends SeriesException {
        private final long posts;

        SeriesInUseException(long posts) {
            super(message(posts));
            this.posts = posts;
        }

        /** Why a series with so many posts stays, and what to do. */
        public static String message(long posts) {
            return (posts == 1 ? "1 post belongs" : posts + " posts belong")
                    + " to this series, drafts and withdrawn posts included: it stays as long as they do. Move or delete them"
                    + " first.";
        }

        public long posts() {
            return posts;
        }
    }

    /** Signals that there are as many series as there may be. */
    public static final class TooManySeriesException extends SeriesException {
        TooManySeriesException(int max) {
            super("There are " + max + " series already.");
        }
    }
}
