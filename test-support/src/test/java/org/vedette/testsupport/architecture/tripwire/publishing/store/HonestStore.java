package org.vedette.testsupport.architecture.tripwire.publishing.store;

public class HonestStore {}
