package org.vedette.post;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.history.Revisions;
import org.vedette.post.notes.NoteService;
import org.vedette.post.notes.NoteThreads;
import org.vedette.post.publishing.AccessRules;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.ReviewService;

/** Wires what those who write do together. */
@Configuration(proxyBeanMethods = false)
class NewsroomConfiguration {

    @Bean
    ReviewService reviewService(
            Posts posts,
            Revisions revisions,
            PostValidator validator,
            PublicPostMapper publicPosts,
            Clock clock,
            IdGenerator ids) {
        return new ReviewService(posts, revisions, validator, publicPosts, clock, ids);
    }

    @Bean
    NoteService noteService(
            NoteThreads threads, PublishingService publishing, AccessRules access, Clock clock, IdGenerator ids) {
        return new NoteService(threads, publishing, access, clock, ids);
    }
}
