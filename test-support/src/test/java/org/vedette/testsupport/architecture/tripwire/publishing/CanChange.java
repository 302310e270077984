package org.vedette.testsupport.architecture.tripwire.publishing;

class CanChange {

    private String title = "";

    void rename(String to) {
        title = to;
    }

    String title() {
        return title;
    }
}
