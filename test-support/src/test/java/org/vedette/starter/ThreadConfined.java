package org.vedette.starter;

/** Stands in for the starter's annotation of that name. */
public @interface ThreadConfined {

    String value();
}
