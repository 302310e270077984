package org.vedette.notification.delivery.mail.smtp;

/** Allows so many mails a second, counted from each second's begin, as mail providers do. */
final class RateLimit {

    private static final long SECOND = 1_000_000_000L;

    private final int perSecond;
    private final long start = System.nanoTime();
    private long second = -1;
    private int used;

    RateLimit(int perSecond) {
        this.perSecond = perSecond;
    }

    synchronized boolean tryOne() {
        var now = (System.nanoTime() - start) / SECOND;
        if (now != second) {
            second = now;
            used = 0;
        }
        return used < perSecond && ++used > 0;
    }
}
