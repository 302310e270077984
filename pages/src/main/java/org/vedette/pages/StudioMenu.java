package org.vedette.pages;

import java.util.List;
import java.util.stream.Stream;

/** The menu of the studio, which pages of several services have. */
public final class StudioMenu {

    public static final String APPLICATION = "Studio";
    public static final String HOME = "/studio";
    public static final String POSTS = "/studio/posts";
    public static final String SCHEDULE = "/studio/schedule";
    public static final String SERIES = "/studio/series";
    public static final String TAGS = "/studio/tags";
    public static final String MEDIA = "/studio/media";
    public static final String AUTHORS = "/studio/authors";
    public static final String REDIRECTS = "/studio/redirects";
    public static final String IMPORTS = "/studio/imports";
    public static final String SUBSCRIBERS = "/studio/subscribers";
    public static final String ALERTS = "/studio/alerts";
    public static final String MAIL = "/studio/mail";
    public static final String WEBHOOKS = "/studio/webhooks";

    /** What everybody sees who writes. */
    public static final List<Link> FOR_ALL = List.of(
            new Link("Overview", HOME),
            new Link("Posts", POSTS),
            new Link("Schedule", SCHEDULE),
            new Link("Series", SERIES),
            new Link("Tags", TAGS),
            new Link("Media", MEDIA));

    /** What editors see. */
    public static final List<Link> FOR_EDITORS = Stream.concat(
                    FOR_ALL.stream(),
                    Stream.of(
                            new Link("Authors", AUTHORS),
                            new Link("Redirects", REDIRECTS),
                            new Link("Imports", IMPORTS),
                            new Link("Subscribers", SUBSCRIBERS),
                            new Link("Alerts", ALERTS),
                            new Link("Mail", MAIL),
                            new Link("Webhooks", WEBHOOKS)))
            .toList();

    private StudioMenu() {}
}
