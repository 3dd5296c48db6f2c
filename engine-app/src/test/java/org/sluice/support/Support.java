package org.sluice.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** What tests of the whole house work with. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    Jobs.class,
    Api.class,
    Intakes.class,
    Purchases.class,
    People.class,
    LockWaits.class,
    Blacklistings.class,
    PathsPassed.class
})
public class Support {}
