package org.vedette.testsupport.infrastructure;

/** A broker and a store to test with. */
interface Servers {

    /** Bootstrap servers. */
    String kafka();

    /** Connection string. */
    String mongodb();

    /** What these are, for the log. */
    String description();
}
