package org.vedette.post;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.autosave.AutosaveService;
import org.vedette.post.autosave.Autosaves;
import org.vedette.post.bulk.BulkService;
import org.vedette.post.listing.ListingService;
import org.vedette.post.notes.NoteService;
import org.vedette.post.notes.NoteThreads;
import org.vedette.post.publishing.AccessRules;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.PublicationService;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.republishing.SeriesRepublishing;
import org.vedette.post.series.SeriesRegistry;
import org.vedette.post.series.SeriesService;
import org.vedette.post.series.SeriesUpdater;
import org.vedette.post.sharing.LinkSecret;
import org.vedette.post.sharing.LinkSecrets;
import org.vedette.post.sharing.PreviewLinks;
import org.vedette.post.sharing.SharingService;
import org.vedette.post.studio.editor.web.EditorForm;
import org.vedette.starter.workers.BackgroundWorker;

/** Wires what those who write do together. */
@Configuration(proxyBeanMethods = false)
class CollaborationConfiguration {

    private static final int SECRET_BYTES = 32;
    private static final Duration REFRESH_SERIES_EVERY = Duration.ofSeconds(1);

    @Bean
    SeriesRepublishing seriesRepublishing(SeriesService series, ListingService listing, PublishingService publishing) {
        return new SeriesRepublishing(series, listing, publishing);
    }

    /** Reads what other instances changed. */
    @Bean
    BackgroundWorker seriesWorker(SeriesService series) {
        return BackgroundWorker.every(REFRESH_SERIES_EVERY, "series", new SeriesUpdater(series)::update);
    }

    @Bean
    BulkService bulkService(PublishingService publishing, PublicationService publications) {
        return new BulkService(publishing, publications);
    }

    @Bean
    LinkSecrets linkSecrets() {
        var random = new SecureRandom();
        return () -> {
            var bytes = new byte[SECRET_BYTES];
            random.nextBytes(bytes);
            return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        };
    }

    @Bean
    SharingService sharingService(
            PreviewLinks links,
            PublishingService publishing,
            AccessRules access,
            LinkSecrets secrets,
            Clock clock,
            IdGenerator ids) {
        return new SharingService(links, publishing, access, secrets, clock, ids);
    }

    @Bean
    AutosaveService autosaveService(
            Autosaves autosaves, PublishingService publishing, SeriesRegistry series, Clock clock) {
        return new AutosaveService(
                autosaves,
                publishing,
                EditorForm.FIELDS,
                slug -> series.find(slug).isPresent(),
                clock);
    }

    @Bean
    NoteService noteService(
            NoteThreads threads, PublishingService publishing, AccessRules access, Clock clock, IdGenerator ids) {
        return new NoteService(threads, publishing, access, clock, ids);
    }
}
