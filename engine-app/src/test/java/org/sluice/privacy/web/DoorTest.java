package org.sluice.privacy.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sluice.support.Databases;
import org.sluice.support.Support;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole house behind a real port. Its engine is the one called {@code default}: that is whom the engine's REST serves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "sluice.privacy.order-key=target/order-key.pem"})
@ActiveProfiles("demo")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = Databases.Fresh.class)
@Import(Support.class)
@interface DoorTest {}
