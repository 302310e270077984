package org.vedette.testsupport.architecture.tripwire.publishing.web;

import org.springframework.stereotype.Controller;

@Controller
class PostPages {}
