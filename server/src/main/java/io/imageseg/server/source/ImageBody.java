package io.imageseg.server.source;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import java.io.IOException;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** The file in an answer, bounded while it streams. */
final class ImageBody {
    private static final int CHUNK = 1 << 16;

    private ImageBody() {}

    /** @throws ApiException InvalidImage.Download if the answer is not 200, InvalidParameter.TooLarge */
    static byte[] read(Response response, long maxBytes, FetchProgress progress) throws IOException {
        if (response.code() != 200) {
            throw DownloadFailure.because(
                    "its server answered with status %d instead of 200".formatted(response.code()), null);
        }
        long announced = response.body().contentLength();
        if (announced > maxBytes) {
            throw tooLarge(announced, maxBytes);
        }
        progress.answered(announced);
        BufferedSource source = response.body().source();
        Buffer received = new Buffer();
        while (source.read(received, CHUNK) >= 0) {
            progress.received(received.size());
            if (received.size() > maxBytes) {
                throw new ApiException(
                        ErrorCode.FILE_TOO_LARGE,
                        "The file has more than %d bytes; at most %d are allowed.".formatted(maxBytes, maxBytes));
            }
        }
        return received.readByteArray();
    }

    static ApiException tooLarge(long bytes, long maxBytes) {
        return new ApiException(
                ErrorCode.FILE_TOO_LARGE, "The file has %d bytes; at most %d are allowed.".formatted(bytes, maxBytes));
    }
}
