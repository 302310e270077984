package org.vedette.acceptance;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;

/** Somebody with a browser and a feed reader, who reloads, so that no cache on the way answers. */
record Reader(URI site) {

    private static final Http HTTP = new Http();
    private static final String[] RELOAD = {"Cache-Control", "no-cache"};

    HttpResponse<String> opens(String path) {
        return HTTP.get(URI.create(site + path), "Accept", "text/html", "Cache-Control", "no-cache");
    }

    HttpResponse<String> asksFor(String path) {
        return HTTP.get(URI.create(site + path), RELOAD);
    }

    /** Gets whatever a cache on the way has. */
    HttpResponse<String> browses(String path) {
        return HTTP.get(URI.create(site + path));
    }

    boolean seesOnTheFrontPage(String title) {
        var page = opens("/");
        return page.statusCode() == 200 && page.body().contains(title);
    }

    List<SyndEntry> readsTheFeed() {
        return feed().getEntries();
    }

    SyndFeed feed() {
        var answer = Editor.expect(200, HTTP.get(site.resolve("/feeds/rss.xml"), RELOAD));
        try {
            return new SyndFeedInput().build(new StringReader(answer.body()));
        } catch (FeedException e) {
            throw new AssertionError("not a feed: " + answer.body(), e);
        }
    }
}
