package io.imageseg.server.source;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.CallListener;
import io.imageseg.server.api.Images;
import io.imageseg.server.api.OwnFiles;
import io.imageseg.server.api.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Images from this server's own folders where an address leads there, else from the network. */
public final class ImageSource implements Images {
    private final GuardedFetcher network;
    private final List<OwnFiles> own;
    private final CallListener listener;

    /** @param network stays the caller's */
    public ImageSource(GuardedFetcher network, List<OwnFiles> own, CallListener listener) {
        this.network = network;
        this.own = List.copyOf(own);
        this.listener = listener;
    }

    @Override
    public byte[] fetch(String address, String origin, long maxBytes) {
        byte[] image = own(address, origin, maxBytes).orElseGet(() -> network.fetch(address, maxBytes));
        listener.fetched(image.length);
        return image;
    }

    @Override
    public String lasting(String address, String origin) {
        return own(address, origin, Long.MAX_VALUE).map(DataUrl::encode).orElse(address);
    }

    /** The file of this server that the address leads to; empty if it leads elsewhere. */
    private Optional<byte[]> own(String address, String origin, long maxBytes) {
        if (DataUrl.is(address)) {
            return Optional.empty();
        }
        ImageUrl image = ImageUrl.parse(address);
        String path = image.url().encodedPath();
        return own.stream()
                .filter(files ->
                        path.startsWith(files.prefix()) && OwnHost.of(origin).isHostOf(image.url()))
                .findFirst()
                .map(files -> read(files.find(path, query(image)), maxBytes));
    }

    private static Parameters query(ImageUrl image) {
        String query = image.url().encodedQuery();
        return Parameters.parse(query == null ? "" : query);
    }

    private static byte[] read(Optional<Path> file, long maxBytes) {
        try {
            Path there = file.orElseThrow(ImageSource::gone);
            long bytes = Files.size(there);
            if (bytes > maxBytes) {
                throw ImageBody.tooLarge(bytes, maxBytes);
            }
            return Files.readAllBytes(there);
        } catch (NoSuchFileException _) {
            throw gone();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiException gone() {
        return DownloadFailure.because(
                "this server has no such file, or its address has expired or is not genuine; uploads and results live"
                        + " 30 minutes",
                null);
    }
}
