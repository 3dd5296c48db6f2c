package org.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class GoneWindowTest {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger atmosphere = context.getLogger("org.atmosphere.cpr.AsynchronousProcessor");
    private final Logger vaadin = context.getLogger("com.vaadin.flow.server.communication.PushAtmosphereHandler");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        new GoneWindow();
        log.start();
        for (var logger : List.of(atmosphere, vaadin)) {
            logger.addAppender(log);
            logger.setAdditive(false);
        }
    }

    @AfterEach
    void stop() {
        for (var logger : List.of(atmosphere, vaadin)) {
            logger.detachAppender(log);
            logger.setAdditive(true);
        }
    }

    @Test
    void oneLineIsAWarningAndEverythingElseStays() {
        atmosphere.error("Failed to cancel resource: {}", "3c82", new NullPointerException("resource is null"));
        atmosphere.error("Failed to cancel resource: {}", "3c82", new IllegalStateException("No broadcaster"));
        assertThat(log.list).hasSize(2).allSatisfy(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getThrowableProxy()).isNull();
        });
        assertThat(log.list.get(1).getFormattedMessage()).contains("IllegalStateException", "No broadcaster");

        log.list.clear();
        atmosphere.error("Failed to cancel resource: {}", "3c82", new StackOverflowError());
        atmosphere.error("AtmosphereFilter exception", new NullPointerException());
        assertThat(log.list).hasSize(2).allMatch(line -> line.getLevel() == Level.ERROR);
    }

    @Test
    void aPushToAWindowThatIsGoneIsAWarningAndAnyOtherFailureStays() {
        var line = "Exception in push connection";
        vaadin.error(
                line,
                new IllegalStateException("Message will not be sent because the WebSocket session has been closed"));
        assertThat(log.list).hasSize(1);
        assertThat(log.list.get(0).getLevel()).isEqualTo(Level.WARN);
        assertThat(log.list.get(0).getThrowableProxy()).isNull();

        log.list.clear();
        vaadin.error(line, new IllegalStateException("The remote endpoint was in state [TEXT_FULL_WRITING]"));
        vaadin.error(line, new IllegalStateException());
        vaadin.error(line, new IOException("the WebSocket session has been closed"));
        vaadin.error("Another line", new IllegalStateException("the WebSocket session has been closed"));
        vaadin.error(line);
        assertThat(log.list).hasSize(5).allMatch(each -> each.getLevel() == Level.ERROR);
    }

    @Test
    void itStandsOnceHoweverOftenAHouseIsBuilt() {
        new GoneWindow();
        assertThat(context.getTurboFilterList().stream().filter(GoneWindow.class::isInstance))
                .hasSize(1);
    }
}
