package org.vedette.testsupport.architecture.tripwire.publishing;

class PostServiceImpl {}
