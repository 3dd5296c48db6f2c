package org.sluice.rules.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day of the evaluation, as a fact: rules know no clock. Every question about an unknown date is answered with
 * false, and the missing date is a finding of its own.
 */
public record Today(LocalDate date) {

    /** True when the day lies in the past; on the day itself something is still valid. */
    public boolean passed(@Nullable LocalDate day) {
        return day != null && day.isBefore(date);
    }

    /** True when today or a later day. */
    public boolean reached(@Nullable LocalDate day) {
        return day != null && !day.isBefore(date);
    }

    /** True when more than so many days lie between the day and today. */
    public boolean daysPassed(@Nullable LocalDate day, int days) {
        return day != null && day.plusDays(days).isBefore(date);
    }

    /** True when no more than so many days lie between the day and today. */
    public boolean withinLastDays(@Nullable LocalDate day, int days) {
        return day != null && !day.plusDays(days).isBefore(date);
    }

    /** True when more than so many months lie between the day and today. */
    public boolean monthsPassed(@Nullable LocalDate day, int months) {
        return day != null && day.plusMonths(months).isBefore(date);
    }

    /** True when less than so many months lie between the day and today. */
    public boolean monthsNotYetPassed(@Nullable LocalDate day, int months) {
        return day != null && day.plusMonths(months).isAfter(date);
    }

    /** True when the day is today or one of the next so many days. */
    public boolean withinDays(@Nullable LocalDate day, int days) {
        return reached(day) && day != null && !day.isAfter(date.plusDays(days));
    }

    /** True when the day lies more than so many months ahead. */
    public boolean monthsAhead(@Nullable LocalDate day, int months) {
        return day != null && day.isAfter(date.plusMonths(months));
    }

    /** True when a day comes after another one; false when either is unknown. */
    public boolean later(@Nullable LocalDate day, @Nullable LocalDate than) {
        return day != null && than != null && day.isAfter(than);
    }

    /**
     * True when the latest yearly report is older than it has to be: each year's is due by the end of a month, and
     * until then the last year's does.
     */
    public boolean yearlyReportOverdue(@Nullable Integer latestYear, int dueMonth) {
        return latestYear != null
                && latestYear < (date.getMonthValue() > dueMonth ? date.getYear() : date.getYear() - 1);
    }
}
