package org.sluice.privacy.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the engine is set up for parties: a party's process belongs to that party, and what its worker says is heard. */
@Configuration(proxyBeanMethods = false)
class PartyEngine {

    @Bean
    ProcessEnginePlugin partyPlugin(ObjectProvider<PartyTaskEvents> events) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setTenantIdProvider(new PartyTenant());
                engine.getCustomHistoryEventHandlers().add(new Late(events));
            }
        };
    }

    /** Every other process, and every model, has no tenant: it is the house's own. */
    private static final class PartyTenant implements TenantIdProvider {

        @Override
        public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext started) {
            return WorkerTopic.ofProcess(started.getProcessDefinition().getKey())
                    .map(topic -> topic.party()
                            .decode(Objects.requireNonNull(
                                    started.getVariables().get(topic.party().name()),
                                    "A party's process is started without its party")))
                    .orElse(null);
        }

        @Override
        public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext started) {
            return null;
        }

        @Override
        public @Nullable String provideTenantIdForHistoricDecisionInstance(
                TenantIdProviderHistoricDecisionInstanceContext decided) {
            return null;
        }
    }

    /** Asked for at the first event, not now: whoever listens needs what needs the engine. */
    private static final class Late implements HistoryEventHandler {

        private final ObjectProvider<PartyTaskEvents> events;

        Late(ObjectProvider<PartyTaskEvents> events) {
            this.events = events;
        }

        @Override
        public void handleEvent(HistoryEvent event) {
            if (PartyTaskEvents.concern(event)) {
                events.getObject().hear(event);
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> many) {
            many.forEach(this::handleEvent);
        }
    }
}
