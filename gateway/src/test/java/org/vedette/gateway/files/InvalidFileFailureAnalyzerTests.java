package org.vedette.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.vedette.gateway.GatewayApplication;
import org.vedette.gateway.IsolatedReactorResources;

@ExtendWith(OutputCaptureExtension.class)
class InvalidFileFailureAnalyzerTests {

    @Test
    void anInvalidFileOfTokensPreventsTheStartWithoutAStackTrace(@TempDir Path directory, CapturedOutput output)
            throws IOException {
        var file = Files.writeString(directory.resolve("tokens"), "ada editor\n");

        var failure = catchThrowable(
                () -> new SpringApplicationBuilder(GatewayApplication.class, IsolatedReactorResources.class)
                        .properties("spring.config.name=gateway", "server.port=0", "management.server.port=0")
                        .run("--VEDETTE_TOKENS=" + file));

        assertThat(failure).hasRootCauseInstanceOf(InvalidFileException.class);

        assertThat(output)
                .contains("Line 1 of the file of API tokens, " + file)
                .contains("Correct the line")
                .doesNotContain("\tat ");
    }
}
