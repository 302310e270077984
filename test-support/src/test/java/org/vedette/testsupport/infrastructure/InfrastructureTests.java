package org.vedette.testsupport.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class InfrastructureTests {

    @Test
    void withoutDockerTheTestsRunOnTheEmbeddedServers() {
        var servers = Infrastructure.choose("auto", false);

        assertThat(servers.description()).contains("embedded");
    }

    @Test
    void aWordItDoesNotKnowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Infrastructure.choose("cloud", false))
                .withMessageContaining("embedded, containers or auto, not cloud");
    }

    @Test
    void everyTestHasADatabaseOfItsOwn() {
        assertThat(Infrastructure.freshDatabase("posts")).isNotEqualTo(Infrastructure.freshDatabase("posts"));
    }
}
