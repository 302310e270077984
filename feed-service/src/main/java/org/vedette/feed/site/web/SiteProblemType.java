package org.vedette.feed.site.web;

import java.net.URI;
import java.util.Objects;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.starter.problems.ProblemType;

/** The type of problem that a rejected request gets. */
record SiteProblemType(RequestRejectedException rejected) implements ProblemType {

    @Override
    public URI uri() {
        return ProblemType.uri(rejected.problem());
    }

    @Override
    public String title() {
        return Objects.requireNonNullElse(
                rejected.title(),
                switch (rejected.reason()) {
                    case INVALID -> "That cannot be answered";
                    case NOT_FOUND -> "There is no such page";
                    case GONE -> "This is gone";
                    case UNAVAILABLE -> "Not right now";
                });
    }

    @Override
    public int status() {
        return switch (rejected.reason()) {
            case INVALID -> 400;
            case NOT_FOUND -> 404;
            case GONE -> 410;
            case UNAVAILABLE -> 503;
        };
    }
}
