package io.imageseg.server.source;

import static io.imageseg.server.source.Fetches.LIMITS;
import static io.imageseg.server.source.Fetches.LOOPBACK;
import static io.imageseg.server.source.Fetches.MAX;
import static io.imageseg.server.source.Fetches.STRICT;
import static io.imageseg.server.source.Fetches.assertRefused;
import static io.imageseg.server.source.Fetches.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the fetcher must not go, whether the caller or a server sends it there. */
class GuardedFetcherAddressTest {
    private static final GuardedFetcher.Resolver NAMES = names(Map.of(
            "localhost", "127.0.0.2",
            "inward.example", "127.0.0.2",
            "public.example", "1.1.1.1",
            "start.example", "127.0.0.1"));

    /** None is 127.0.0.1 in plain: a redirect has to start from there. */
    static final List<String> UNSAFE = List.of(
            "http://127.0.0.2/",
            "http://10.0.0.1/",
            "http://169.254.169.254/latest/meta-data/",
            "http://0.0.0.0/",
            "http://[::1]/",
            "http://[::]/",
            "http://[::ffff:127.0.0.2]/",
            "http://[fd00:ec2::254]/",
            "http://2130706434/",
            "http://0x7f.2/",
            "http://0177.0.0.2/",
            "http://127.2./",
            "http://localhost/",
            "http://inward.example/",
            "https://inward.example/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://[::ffff:127.0.0.1]/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://127.0.0.1:22/",
                "http://@127.0.0.1/"
            })
    void refusesEveryFormOfLoopback(String address) {
        try (GuardedFetcher fetcher = new GuardedFetcher(STRICT, LIMITS, NAMES)) {
            assertRefused(() -> fetcher.fetch(address, MAX), ErrorCode.UNSAFE_ADDRESS, "not at a public address");
        }
    }

    @ParameterizedTest
    @FieldSource("UNSAFE")
    void refusesAddressesThatAreNotPublic(String address) {
        try (GuardedFetcher fetcher = new GuardedFetcher(STRICT, LIMITS, NAMES)) {
            assertRefused(() -> fetcher.fetch(address, MAX), ErrorCode.UNSAFE_ADDRESS, "not at a public address");
        }
    }

    @ParameterizedTest
    @FieldSource("UNSAFE")
    void refusesRedirectsToThemWithoutSayingWhereTheyLead(String address) throws IOException {
        try (ScriptedServer server = redirecting(address);
                GuardedFetcher fetcher = new GuardedFetcher(LOOPBACK, LIMITS, NAMES)) {
            ApiException refusal = assertRefused(
                    () -> fetcher.fetch(server.urlAt("start.example", "/"), MAX),
                    ErrorCode.UNSAFE_ADDRESS,
                    "redirects",
                    "not at a public address");
            assertThat(refusal.text()).doesNotContainPattern("[0-9]|example|localhost");
        }
    }

    @Test
    void doesNotTellWhereANameLeads() {
        try (GuardedFetcher fetcher = new GuardedFetcher(STRICT, LIMITS, NAMES)) {
            assertThat(assertRefused(
                                    () -> fetcher.fetch("http://inward.example/", MAX),
                                    ErrorCode.UNSAFE_ADDRESS,
                                    "inward.example")
                            .text())
                    .doesNotContain("127.0.0.2");
        }
    }

    @Test
    void asksTheSystemForLocalhostAndRefusesIt() {
        try (GuardedFetcher fetcher = new GuardedFetcher(STRICT, LIMITS, GuardedFetcher.Resolver.SYSTEM)) {
            assertRefused(() -> fetcher.fetch("http://localhost/", MAX), ErrorCode.UNSAFE_ADDRESS, "localhost");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://1.1.1.1:22/", "http://public.example:22/", "https://[2606:4700::1111]:22/"})
    void refusesOtherPortsAtPublicAddresses(String address) throws IOException {
        try (ScriptedServer server = redirecting(address);
                GuardedFetcher fetcher = new GuardedFetcher(LOOPBACK, LIMITS, NAMES)) {
            assertRefused(
                    () -> fetcher.fetch(address, MAX), ErrorCode.UNSAFE_ADDRESS, "port 22", "allowed are 80, 443.");
            assertRefused(() -> fetcher.fetch(server.url("/"), MAX), ErrorCode.UNSAFE_ADDRESS, "port 22", "redirects");
        }
    }

    @Test
    void refusesHostsOutsideTheConfiguredOnesWithoutLookingThemUp() throws IOException {
        FetchLimits limits = Fetches.hosts("start.example", "img.test");
        try (ScriptedServer server = redirecting("http://public.example/");
                GuardedFetcher fetcher = new GuardedFetcher(LOOPBACK, limits, NAMES)) {
            assertRefused(
                    () -> fetcher.fetch("http://nowhere.example/", MAX),
                    ErrorCode.HOST_NOT_ALLOWED,
                    "nowhere.example",
                    "fetches from img.test, start.example.");
            assertRefused(() -> fetcher.fetch(server.url("/"), MAX), ErrorCode.HOST_NOT_ALLOWED, "127.0.0.1");
            assertThat(server.connections()).isZero();
            assertRefused(
                    () -> fetcher.fetch(server.urlAt("start.example", "/"), MAX),
                    ErrorCode.HOST_NOT_ALLOWED,
                    "the host that the image's address redirects to");
        }
    }

    private static ScriptedServer redirecting(String location) throws IOException {
        return ScriptedServer.answering("HTTP/1.1 302 Found\nLocation: %s".formatted(location));
    }
}
