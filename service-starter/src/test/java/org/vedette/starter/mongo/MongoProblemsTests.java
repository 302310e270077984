package org.vedette.starter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.StandardProblem;

class MongoProblemsTests {

    private static final int DISK_FULL = 14031;
    private static final int DUPLICATE_KEY = 11000;

    private final MongoProblems problems = new MongoProblems();
    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));

    @Test
    void anOutageOfTheStoreIsToldAndWhatToDo() {
        var problem = problems.map(new IllegalStateException(new MongoTimeoutException("no server")), exchange);

        assertThat(problem).get().satisfies(it -> {
            assertThat(it.type()).isEqualTo(StandardProblem.UPSTREAM_UNAVAILABLE);
            assertThat(it.detail()).contains("try again in a few seconds").doesNotContain("no server");
        });
    }

    @Test
    void aFullDiskIsToldFromOtherOutages() {
        assertThat(problems.map(command(DISK_FULL), exchange))
                .map(Problem::detail)
                .get()
                .asString()
                .startsWith("The disk of the store is full, and nothing was changed");
    }

    @Test
    void whatIsNoOutageIsLeftToOthers() {
        assertThat(problems.map(command(DUPLICATE_KEY), exchange)).isEmpty();
        assertThat(problems.map(new IllegalArgumentException("of ours"), exchange))
                .isEmpty();
    }

    private static MongoCommandException command(int code) {
        return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), new ServerAddress());
    }
}
