package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

class ServiceAutoConfigurationFilterTests {

    private static final String[] CANDIDATES = {"org.a.mail.Sender", "org.a.mailbox.Box", null, "org.a.web.Web"};

    @Test
    void whatIsForeignIsLeftOut() {
        var filter =
                filter(new MockEnvironment().withProperty(ServiceAutoConfigurationFilter.PROPERTY, "org.a.mail,org.b"));

        assertThat(filter.match(CANDIDATES, mock(AutoConfigurationMetadata.class)))
                .containsExactly(false, true, true, true);
    }

    @Test
    void outsideTheSuiteNothingIsLeftOut() {
        var filter = filter(new MockEnvironment());

        assertThat(filter.match(CANDIDATES, mock(AutoConfigurationMetadata.class)))
                .containsExactly(true, true, true, true);
    }

    @Test
    void springFindsTheFilter() {
        var filters = SpringFactoriesLoader.forDefaultResourceLocation().load(AutoConfigurationImportFilter.class);

        assertThat(filters).hasAtLeastOneElementOfType(ServiceAutoConfigurationFilter.class);
    }

    private static ServiceAutoConfigurationFilter filter(MockEnvironment environment) {
        var filter = new ServiceAutoConfigurationFilter();
        filter.setEnvironment(environment);
        return filter;
    }
}
