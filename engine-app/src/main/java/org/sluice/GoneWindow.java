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
 * Says one line of a library as what it is: when a browser's window goes away while its push channel is being closed
 * from the other end, Atmosphere ends the channel twice, and the second time finds its own resource gone. What it then
 * throws depends on how far the first ending came. It catches that itself, goes on to destroy the channel, and nothing
 * is lost; but it says it as an error with a stack, which would call an operator. Here it is one warning that names the
 * cause. Everything else that class says stays.
 */
@Component
final class GoneWindow extends TurboFilter {

    private static final String LOGGER = "org.atmosphere.cpr.AsynchronousProcessor";
    private static final String LINE = "Failed to cancel resource";

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
        if (level != Level.ERROR
                || format == null
                || !format.startsWith(LINE)
                || !LOGGER.equals(logger.getName())
                || !(cause(params, thrown) instanceof Exception cause)) {
            return FilterReply.NEUTRAL;
        }
        logger.warn("A push channel was closed from both ends at once: {}", cause.toString());
        return FilterReply.DENY;
    }

    /** Before the event is made, a throwable behind other arguments is still one of them. */
    private static @Nullable Object cause(@Nullable Object @Nullable [] params, @Nullable Throwable thrown) {
        return thrown == null && params != null && params.length > 0 ? params[params.length - 1] : thrown;
    }
}
