package org.vedette.testsupport.architecture.tripwire.publishing.shared;

class InAJunkDrawer {}
