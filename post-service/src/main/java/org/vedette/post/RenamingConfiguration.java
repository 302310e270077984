package org.vedette.post;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.authors.AuthorNames;
import org.vedette.post.authors.AuthorRenaming;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.redirects.RedirectService;
import org.vedette.post.renaming.PostRenaming;
import org.vedette.post.renaming.RenamingRunner;
import org.vedette.post.renaming.RenamingService;
import org.vedette.post.renaming.Renamings;
import org.vedette.starter.workers.BackgroundWorker;

/** Wires renamings. */
@Configuration(proxyBeanMethods = false)
class RenamingConfiguration {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Bean
    AuthorRenaming authorRenaming(AuthorService authors, AuthorNames names) {
        return new AuthorRenaming(authors, names);
    }

    @Bean
    RenamingService renamingService(
            Renamings renamings, Posts posts, AuthorRenaming authors, Clock clock, IdGenerator ids) {
        return new RenamingService(renamings, posts, authors, clock, ids);
    }

    @Bean
    RenamingRunner renamingRunner(
            Renamings renamings,
            Posts posts,
            PublishingService publishing,
            AuthorRenaming authors,
            RedirectService redirects,
            Clock clock,
            IdGenerator ids) {
        var steps = new PostRenaming(posts, publishing, authors, redirects);
        return new RenamingRunner(renamings, steps, clock, ids.next().toString());
    }

    @Bean
    BackgroundWorker renamingWorker(RenamingRunner runner) {
        return BackgroundWorker.every(LOOK_EVERY, "renamings", runner::run)
                .preparedBy(runner::start)
                .wokenBy(runner::stop);
    }
}
