package org.sluice.demo.process;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Keeps the engine's clock, which is one per JVM, as far ahead as the house's. */
@Component
@Profile("demo")
public class EngineClock implements DisposableBean {

    private final ObjectProvider<ProcessEngine> engine;

    EngineClock(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    public void ahead(Duration offset) {
        ClockUtil.offset(offset.toMillis());
    }

    /** Lets the engine look for due timers now instead of at its next round. */
    public void wake() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        configuration.getJobExecutor().jobWasAdded();
    }

    @Override
    public void destroy() {
        ClockUtil.reset();
    }
}
