package io.imageseg.server.source;

import io.imageseg.server.api.ApiException;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Fetches images for callers without letting them use the server to reach what only the server can: each hop's host is
 * resolved once, its addresses are checked, and the connection goes to a checked address and no other. Each request has
 * a connection of its own, which is closed with it.
 */
public final class GuardedFetcher implements AutoCloseable {
    private final FetchLimits limits;
    private final HostGuard guard;
    private final OkHttpClient plain;
    private @Nullable OkHttpClient secure;
    private volatile boolean closed;

    /** Finds a host's addresses; tests put their own in place of the system's. */
    @FunctionalInterface
    public interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;

        /** The system's own. */
        Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));
    }

    public GuardedFetcher(AddressPolicy policy, FetchLimits limits, Resolver resolver) {
        this.limits = limits;
        guard = new HostGuard(policy, limits, resolver);
        plain = new OkHttpClient.Builder()
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .proxy(Proxy.NO_PROXY)
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(limits.connect())
                .readTimeout(limits.silence())
                .writeTimeout(limits.silence())
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
    }

    /**
     * The file at an address.
     *
     * @param address an http, https or data URL
     * @param maxBytes more than this is refused while it streams
     * @throws ApiException if the value is no such URL, leads where it may not, or cannot be fetched
     */
    public byte[] fetch(String address, long maxBytes) {
        if (DataUrl.is(address)) {
            return DataUrl.decode(address, maxBytes);
        }
        ImageUrl image = ImageUrl.parse(address);
        Deadline deadline = Deadline.in(limits.total());
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            FetchProgress progress = new FetchProgress();
            Call call = call(image, deadline, progress);
            // Cancelled before it is closed: closing alone would read on for a while to keep the connection.
            try (Response response = call.execute();
                    Closeable _ = call::cancel) {
                if (!response.isRedirect()) {
                    return ImageBody.read(response, maxBytes, progress);
                }
                image = next(image, response);
            } catch (IOException e) {
                throw closed ? DownloadFailure.interrupted(e) : DownloadFailure.of(e, progress, limits);
            }
        }
        throw DownloadFailure.because(
                "it redirects more than the %d times that are allowed".formatted(limits.redirects()), null);
    }

    private Call call(ImageUrl image, Deadline deadline, FetchProgress progress) {
        List<InetAddress> checked = guard.addresses(image, deadline);
        OkHttpClient client = image.url().isHttps() ? secure() : plain;
        return client.newBuilder()
                .dns(_ -> checked)
                .eventListener(progress)
                .callTimeout(deadline.left())
                .build()
                .newCall(new Request.Builder()
                        .url(image.url())
                        .header("User-Agent", "imageseg")
                        .header("Accept", "image/*,*/*;q=0.1")
                        .header("Accept-Encoding", "identity")
                        .build());
    }

    /** Made when it is needed: reading the certificates of all authorities would take a part of every start. */
    private synchronized OkHttpClient secure() {
        if (secure == null) {
            secure = plain.newBuilder()
                    .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                    .build();
        }
        return secure;
    }

    private static ImageUrl next(ImageUrl from, Response response) {
        String location = response.header("Location");
        if (location == null) {
            throw DownloadFailure.because(
                    "its server answered with status %d but not where to go".formatted(response.code()), null);
        }
        return from.redirect(location);
    }

    /** Downloads under way end with a failure. */
    @Override
    public void close() {
        closed = true;
        // Both clients share these.
        plain.dispatcher().cancelAll();
        plain.dispatcher().executorService().shutdown();
        plain.connectionPool().evictAll();
    }
}
