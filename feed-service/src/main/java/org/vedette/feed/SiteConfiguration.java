package org.vedette.feed;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.search.SearchService;
import org.vedette.feed.site.FrontPages;
import org.vedette.feed.site.ListingPages;
import org.vedette.feed.site.ListingPrinter;
import org.vedette.feed.site.PostPages;
import org.vedette.feed.site.PostPrinter;
import org.vedette.feed.site.answer.Messages;
import org.vedette.feed.site.archive.ArchivePages;
import org.vedette.feed.site.archive.ArchivePrinter;
import org.vedette.feed.site.finding.SearchPages;
import org.vedette.feed.site.finding.SearchPrinter;
import org.vedette.feed.site.head.Frames;

/** Puts the reader's pages on what they are made from. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    @Bean
    Frames frames(Blog blog) {
        return new Frames(blog);
    }

    @Bean
    Messages messages(Frames frames) {
        return new Messages(frames);
    }

    @Bean
    FrontPages frontPages(
            CurrentTimeline timeline,
            Entries entries,
            Frames frames,
            BlogCalendar calendar,
            FeedServiceProperties settings) {
        return new FrontPages(timeline, entries, frames, calendar, settings.frontPagePosts());
    }

    @Bean
    PostPages postPages(
            CurrentTimeline timeline,
            Entries entries,
            Blog blog,
            Frames frames,
            BlogCalendar calendar,
            Messages messages) {
        return new PostPages(timeline, entries, blog, new PostPrinter(frames, calendar), messages);
    }

    @Bean
    ListingPages listingPages(
            CurrentTimeline timeline,
            Entries entries,
            Blog blog,
            Frames frames,
            BlogCalendar calendar,
            Messages messages) {
        return new ListingPages(timeline, entries, blog, new ListingPrinter(frames, calendar), messages);
    }

    @Bean
    ArchivePages archivePages(
            CurrentTimeline timeline,
            Entries entries,
            Blog blog,
            Frames frames,
            BlogCalendar calendar,
            Messages messages) {
        return new ArchivePages(timeline, entries, blog, new ArchivePrinter(frames, calendar), messages, calendar);
    }

    @Bean
    SearchPages searchPages(
            SearchService search,
            CurrentTimeline timeline,
            Entries entries,
            Frames frames,
            BlogCalendar calendar,
            Messages messages) {
        return new SearchPages(search, timeline, entries, new SearchPrinter(frames, calendar), calendar, messages);
    }
}
