package org.vedette.feed;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.cards.Cards;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.RestrictedEntries;
import org.vedette.feed.redirects.RedirectService;
import org.vedette.feed.redirects.Redirects;
import org.vedette.feed.redirects.RenamedPages;
import org.vedette.feed.search.SearchService;
import org.vedette.feed.site.PageLayouts;
import org.vedette.feed.site.archive.ArchiveService;
import org.vedette.feed.site.archive.ListingService;
import org.vedette.feed.site.feeds.FeedsPageService;
import org.vedette.feed.site.indexes.IndexService;
import org.vedette.feed.site.post.FrontPageService;
import org.vedette.feed.site.post.PostPageService;
import org.vedette.feed.site.search.SearchPageService;
import org.vedette.pages.Link;
import org.vedette.starter.legal.LegalProperties;

/** Configures the services that create the site's pages. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    @Bean
    PageLayouts pageLayouts(Blog blog, Cards cards, LegalProperties legal) {
        return new PageLayouts(
                blog,
                cards,
                legal.pages().stream()
                        .map(page -> new Link(page.title(), page.path()))
                        .toList());
    }

    @Bean
    FrontPageService frontPageService(
            CurrentTimeline timeline,
            Entries entries,
            PageLayouts layouts,
            BlogCalendar calendar,
            FeedServiceProperties settings) {
        return new FrontPageService(timeline, entries, layouts, calendar, settings.frontPagePosts());
    }

    @Bean
    PostPageService postPageService(
            CurrentTimeline timeline,
            Entries entries,
            RestrictedEntries restricted,
            PageLayouts layouts,
            BlogCalendar calendar) {
        return new PostPageService(timeline, entries, restricted, layouts, calendar);
    }

    @Bean
    ListingService listingService(
            CurrentTimeline timeline, Entries entries, PageLayouts layouts, BlogCalendar calendar) {
        return new ListingService(timeline, entries, layouts, calendar);
    }

    @Bean
    RedirectService redirectService(Redirects redirects, CurrentTimeline timeline) {
        return new RedirectService(redirects, timeline);
    }

    @Bean
    RenamedPages renamedPages(RedirectService redirects, CurrentTimeline timeline) {
        return new RenamedPages(redirects, timeline);
    }

    @Bean
    ArchiveService archiveService(
            CurrentTimeline timeline, Entries entries, PageLayouts layouts, BlogCalendar calendar) {
        return new ArchiveService(timeline, entries, layouts, calendar);
    }

    @Bean
    IndexService indexService(CurrentTimeline timeline, Entries entries, PageLayouts layouts, BlogCalendar calendar) {
        return new IndexService(timeline, entries, layouts, calendar);
    }

    @Bean
    FeedsPageService feedsPageService(CurrentTimeline timeline, Entries entries, PageLayouts layouts) {
        return new FeedsPageService(timeline, entries, layouts);
    }

    @Bean
    SearchPageService searchPageService(
            SearchService search,
            CurrentTimeline timeline,
            Entries entries,
            PageLayouts layouts,
            BlogCalendar calendar) {
        return new SearchPageService(search, timeline, entries, layouts, calendar);
    }
}
