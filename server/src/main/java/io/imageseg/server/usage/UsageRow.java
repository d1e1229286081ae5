package io.imageseg.server.usage;

import java.time.LocalDate;

/**
 * What one key called one action for on one day.
 *
 * @param keyId the AccessKeyId
 * @param action its name; {@code -} for all that do not exist
 * @param day in UTC
 * @param calls all of them; one with Async=true once, when it was accepted
 * @param refused those of them that were answered with a status of 400 to 499
 * @param failed those of them that were answered with 500 or more
 */
public record UsageRow(String keyId, String action, LocalDate day, long calls, long refused, long failed) {}
