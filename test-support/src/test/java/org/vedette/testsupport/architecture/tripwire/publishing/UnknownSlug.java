package org.vedette.testsupport.architecture.tripwire.publishing;

class UnknownSlug extends RuntimeException {}
