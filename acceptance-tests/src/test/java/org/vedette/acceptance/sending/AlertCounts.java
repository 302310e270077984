package org.vedette.acceptance.sending;

import tools.jackson.databind.JsonNode;

/** The numbers of an alert, as the API gives them. */
record AlertCounts(
        String status,
        int audience,
        int sent,
        int deferred,
        int bounced,
        int suppressed,
        int uncertain,
        int abandoned,
        int inProgress,
        int possibleDoubles) {

    static AlertCounts of(JsonNode alert) {
        return new AlertCounts(
                alert.at("/status").asString(),
                alert.at("/audience").asInt(),
                alert.at("/sent").asInt(),
                alert.at("/deferred").asInt(),
                alert.at("/bounced").asInt(),
                alert.at("/suppressed").asInt(),
                alert.at("/uncertain").asInt(),
                alert.at("/abandoned").asInt(),
                alert.at("/inProgress").asInt(),
                alert.at("/possibleDoubles").asInt());
    }

    boolean addUp() {
        return audience == sent + deferred + bounced + suppressed + uncertain + abandoned + inProgress;
    }

    boolean isDone() {
        return status.equals("done");
    }
}
