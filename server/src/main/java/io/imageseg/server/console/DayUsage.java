package io.imageseg.server.console;

import io.imageseg.server.usage.UsageRow;

/**
 * How often one key called one action on one day.
 *
 * @param day in UTC, such as 2026-01-31
 * @param refused those of the calls that were answered with a status of 400 to 499
 * @param failed those with 500 or more
 */
public record DayUsage(String day, String accessKeyId, String action, long calls, long refused, long failed) {
    static DayUsage of(UsageRow row) {
        return new DayUsage(row.day().toString(), row.keyId(), row.action(), row.calls(), row.refused(), row.failed());
    }
}
