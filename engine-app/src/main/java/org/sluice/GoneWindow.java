package org.sluice;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * Says two lines of libraries as what they are. When a browser's window goes away while its push channel is being closed
 * from the other end, Atmosphere ends the channel twice, and the second time finds its own resource gone. What it then
 * throws depends on how far the first ending came. It catches that itself, goes on to destroy the channel, and nothing
 * is lost; but it says it as an error with a stack, which would call an operator. Here it is one warning that names the
 * cause. And when something is pushed to a window whose channel has just been closed, Vaadin takes the connection for lost,
 * as it is, and says that as an error too; a window that comes back gets everything anew. Everything else that
 * these classes say stays.
 */
@Component
final class GoneWindow extends TurboFilter {

    private static final String ENDING = "org.atmosphere.cpr.AsynchronousProcessor";
    private static final String TWICE = "Failed to cancel resource";
    private static final String PUSHING = "com.vaadin.flow.server.communication.PushAtmosphereHandler";
    private static final String INTO_NOTHING = "Exception in push connection";

    /** As Tomcat words it; any other failure of a push is one. */
    private static final String CLOSED = "the WebSocket session has been closed";

    GoneWindow() {
        this(LoggerFactory.getILoggerFactory());
    }

    private GoneWindow(ILoggerFactory loggers) {
        if (loggers instanceof LoggerContext context
                && context.getTurboFilterList().stream().noneMatch(GoneWindow.class::isInstance)) {
            context.addTurboFilter(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] params,
            @Nullable Throwable thrown) {
        if (level != Level.ERROR || format == null || !(cause(params, thrown) instanceof Exception cause)) {
            return FilterReply.NEUTRAL;
        }
        if (ENDING.equals(logger.getName()) && format.startsWith(TWICE)) {
            logger.warn("A push channel was closed from both ends at once: {}", cause.toString());
            return FilterReply.DENY;
        }
        if (PUSHING.equals(logger.getName()) && format.equals(INTO_NOTHING) && isOfClosedWindow(cause)) {
            logger.warn("A window was gone before something was pushed to it: {}", cause.toString());
            return FilterReply.DENY;
        }
        return FilterReply.NEUTRAL;
    }

    private static boolean isOfClosedWindow(Exception cause) {
        return cause instanceof IllegalStateException
                && cause.getMessage() != null
                && cause.getMessage().contains(CLOSED);
    }

    /** Before the event is made, a throwable behind other arguments is still one of them. */
    private static @Nullable Object cause(@Nullable Object @Nullable [] params, @Nullable Throwable thrown) {
        return thrown == null && params != null && params.length > 0 ? params[params.length - 1] : thrown;
    }
}
