package org.vedette.testsupport.architecture.tripwire.publishing.web;

import org.apache.lucene.index.Term;

class WebThatSpeaksLucene {

    Term word() {
        return new Term("title", "loader");
    }
}
