package org.sluice;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Lets the engine start only when the migrations have run. Both make tables in one database: the migrations make the
 * schema that the engine's tables go to.
 */
@Component
class SchemaBeforeEngine implements BeanFactoryPostProcessor {

    private static final String ENGINE = "processEngineFactoryBean";
    private static final String MIGRATIONS = "flywayInitializer";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var engine = beans.getBeanDefinition(ENGINE);
        engine.setDependsOn(StringUtils.addStringToArray(engine.getDependsOn(), MIGRATIONS));
    }
}
