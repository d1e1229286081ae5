package io.imageseg.server.upload;

import java.time.Instant;

/**
 * Leave to send one file.
 *
 * @param key the name it gets, as in {@link UploadFolder}
 * @param maxBytes its largest size
 * @param expires when it must have been sent
 * @param owner the AccessKeyId of who may send it
 */
record UploadPolicy(String key, long maxBytes, Instant expires, String owner) {
    /** @throws UploadException DENIED if it is too late */
    void checkTime(Instant now) {
        if (!now.isBefore(expires)) {
            throw new UploadException(
                    UploadRefusal.DENIED, "Policy expired: the file had to be sent before %s.".formatted(expires));
        }
    }
}
