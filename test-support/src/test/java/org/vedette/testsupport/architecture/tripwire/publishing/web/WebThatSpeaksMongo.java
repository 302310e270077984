package org.vedette.testsupport.architecture.tripwire.publishing.web;

import org.bson.BsonDocument;

public class WebThatSpeaksMongo {

    BsonDocument document() {
        return new BsonDocument();
    }
}
