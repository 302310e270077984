package org.vedette.starter;

/** Stands in for the starter's annotation: the tests of the starter use this module, so it cannot depend on the starter. */
public @interface MayBlock {

    String value();
}
