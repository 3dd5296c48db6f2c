package org.sluice.planted.intake;

import org.springframework.web.bind.annotation.RestController;

/** HTTP in the midst of a feature; abstract, so that no test's application takes it for a bean. */
@RestController
abstract class ControllerInFeature {}
