package org.sluice.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole house with its demo data, one context and one database for all test classes that carry this; jobs run by
 * hand ({@link Jobs}), so that a test says when.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "sluice.privacy.order-key=target/order-key.pem",
            "sluice.privacy.query-credential=target/query-credential"
        })
@ActiveProfiles("demo")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = Databases.Fresh.class)
@Import(Support.class)
public @interface HouseTest {}
