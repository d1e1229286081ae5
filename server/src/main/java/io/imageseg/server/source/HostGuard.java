package io.imageseg.server.source;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Decides where a request may connect to; asks for a host's addresses once. */
final class HostGuard {
    private final AddressPolicy policy;
    private final FetchLimits limits;
    private final GuardedFetcher.Resolver resolver;

    HostGuard(AddressPolicy policy, FetchLimits limits, GuardedFetcher.Resolver resolver) {
        this.policy = policy;
        this.limits = limits;
        this.resolver = resolver;
    }

    /**
     * The host's addresses that may be connected to; there is at least one.
     *
     * @throws ApiException InvalidImage.Region, InvalidImage.Unsafe, or InvalidImage.Download if there is no such host
     */
    List<InetAddress> addresses(ImageUrl image, Deadline deadline) {
        String host = image.url().host();
        if (!limits.allows(host)) {
            throw new ApiException(
                    ErrorCode.HOST_NOT_ALLOWED,
                    "Images are not fetched from %s; this server fetches from %s."
                            .formatted(image.host(), limits.spokenHosts()));
        }
        List<InetAddress> all =
                AddressLiteral.is(host) ? List.of(AddressLiteral.parse(host)) : resolve(image, deadline);
        List<InetAddress> permitted = all.stream().filter(policy::permits).toList();
        if (permitted.isEmpty()) {
            throw new ApiException(
                    ErrorCode.UNSAFE_ADDRESS,
                    "Images are not fetched from %s: it is not at a public address.".formatted(image.host()));
        }
        return atPort(image, permitted);
    }

    private List<InetAddress> atPort(ImageUrl image, List<InetAddress> permitted) {
        int port = image.url().port();
        List<InetAddress> open = permitted.stream()
                .filter(one -> policy.permits(one, port, limits.ports()))
                .toList();
        if (open.isEmpty()) {
            throw new ApiException(
                    ErrorCode.UNSAFE_ADDRESS,
                    "Images are not fetched from port %d of %s; allowed are %s."
                            .formatted(port, image.host(), limits.spokenPorts()));
        }
        return open;
    }

    /** On a thread of its own: the system's look-up cannot be interrupted and would hold a virtual thread's carrier. */
    private List<InetAddress> resolve(ImageUrl image, Deadline deadline) {
        FutureTask<List<InetAddress>> lookUp =
                new FutureTask<>(() -> resolver.resolve(image.url().host()));
        Thread.ofPlatform().daemon().name("look-up").start(lookUp);
        try {
            List<InetAddress> found = lookUp.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            if (found.isEmpty()) {
                throw new UnknownHostException();
            }
            return found;
        } catch (TimeoutException e) {
            throw DownloadFailure.tooSlow(limits, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DownloadFailure.interrupted(e);
        } catch (UnknownHostException e) {
            throw unknown(image, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown(image, unknown);
            }
            throw new IllegalStateException("looking up a host failed", e);
        } finally {
            lookUp.cancel(true);
        }
    }

    private static ApiException unknown(ImageUrl image, UnknownHostException cause) {
        return DownloadFailure.because("%s is not known".formatted(image.host()), cause);
    }
}
