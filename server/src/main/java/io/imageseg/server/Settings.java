package io.imageseg.server;

import io.imageseg.model.EngineChoice;
import io.imageseg.model.Precision;
import io.imageseg.own.ColourOrder;
import io.imageseg.own.PixelLayout;
import io.imageseg.own.ThingFormat;
import io.imageseg.server.action.LimitsProfile;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Everything that can be set, each under {@code imageseg.…}; docs/settings.md is the table of these. Checked as a whole
 * at start.
 */
@ConfigMapping(prefix = "imageseg")
public interface Settings {
    /** The address to listen on. */
    @WithDefault("127.0.0.1")
    String host();

    /** The port to listen on; 0 for any that is free. */
    @WithDefault("8080")
    int port();

    /** Scheme and authority under which callers reach the server, if not what they send as Host. */
    Optional<String> publicUrl();

    Tls tls();

    Http http();

    /** Whose limits on images hold. */
    @WithDefault("aliyun")
    LimitsProfile limits();

    Source source();

    Queue queue();

    Jobs jobs();

    Rate rate();

    Usage usage();

    Metrics metrics();

    Console console();

    Networks networks();

    /** What runs IS-Net. */
    @WithDefault("auto")
    EngineChoice.Kind engine();

    OpenVino openvino();

    /** TLS, beside plain HTTP on the same port; absent for plain HTTP alone. */
    interface Tls {
        /** The server's certificate and those that vouch for it, PEM. */
        Optional<Path> certificate();

        /** Its key, PEM, PKCS #8. */
        Optional<Path> privateKey();

        /** Key and certificates in one file, PKCS #12, instead. */
        Optional<Path> keystore();

        /** The password of the key store and of the key in it. */
        Optional<String> password();
    }

    /** What callers may take of the server's time and connections. */
    interface Http {
        /** The longest silence, for a head, and beside a body's or an answer's bytes at the least rate. */
        @WithDefault("PT30S")
        Duration patience();

        /** Bytes per second, of bodies and of answers. */
        @WithDefault("4096")
        int leastRate();

        /** How many may be open. */
        @WithDefault("1000")
        int connections();
    }

    /** Fetching of images. */
    interface Source {
        /** Address blocks to fetch from beyond public addresses, on any port. */
        Optional<Set<String>> allow();

        /** The only hosts, with their subdomains, to fetch from; absent for all. */
        Optional<Set<String>> hosts();

        /** Ports that may be connected to at public addresses. */
        @WithDefault("80,443,8080,8443")
        Set<Integer> ports();

        @WithDefault("PT5S")
        Duration connectTimeout();

        /** The longest silence between two bytes. */
        @WithDefault("PT10S")
        Duration readTimeout();

        /** For one image, redirects included. */
        @WithDefault("PT30S")
        Duration totalTimeout();

        @WithDefault("5")
        int redirects();
    }

    /** Waiting for a turn. */
    interface Queue {
        /** How many calls are cut at the same time at most, where the engine and the networks allow as many. */
        @WithDefault("2")
        int atATime();

        /** How many calls may prepare or wait beside one that runs. */
        @WithDefault("16")
        int length();

        /** How long a call may wait for its turn. */
        @WithDefault("PT60S")
        Duration deadline();
    }

    /** Calls with Async=true. */
    interface Jobs {
        /** How many may wait. */
        @WithDefault("1000")
        int waiting();

        /** How many are done side by side; one is cut at a time. */
        @WithDefault("2")
        int threads();

        /** How often a job that fails in a way that may pass is begun. */
        @WithDefault("5")
        int attempts();

        /** The pause before the second attempt; before each further one it is twice as long. */
        @WithDefault("PT5S")
        Duration pause();

        /** How long after it was accepted a job must have been begun. */
        @WithDefault("PT1H")
        Duration timeout();
    }

    /** How often keys may call. */
    interface Rate {
        /** Calls per minute of a key that has no rate of its own; absent for any number. */
        OptionalInt perMinute();
    }

    /** What keys are used for. */
    interface Usage {
        /** How many days' counts are kept. */
        @WithDefault("400")
        int days();
    }

    /** What GET /metrics shows. */
    interface Metrics {
        /** Whether anything is measured and shown. */
        @WithDefault("true")
        boolean enabled();

        /** Address blocks that may read it beside this machine. */
        Optional<Set<String>> from();
    }

    /** The page that tries every action and operates the server. */
    interface Console {
        /** Whether it is there. */
        @WithDefault("true")
        boolean enabled();

        /** How long a session lives that is not used. */
        @WithDefault("PT1H")
        Duration session();
    }

    /** How OpenVINO is used, where it is. */
    interface OpenVino {
        /** The folder that holds its libraries; absent for the one that set-up made. */
        Optional<Path> library();

        /** What it computes on, by its own name. */
        @WithDefault("CPU")
        String device();

        /** In what it computes. */
        @WithDefault("auto")
        Precision precision();
    }

    /** Networks of the user's own in place of built-in methods. */
    interface Networks {
        Optional<OwnNetwork> hair();

        Optional<OwnNetwork> faceParsing();

        Optional<OwnThings> things();
    }

    /** What is said of every network. */
    // No defaults here: SmallRye takes a group that has any for one that is there.
    interface OwnFile {
        /** The ONNX file. */
        Path file();

        /** What the classes of the output are. */
        List<String> classes();

        /** The order of the dimensions of input and output. */
        Optional<PixelLayout> layout();

        /** What is taken from red, green and blue, 0 to 1, before they are divided. */
        Optional<List<Double>> mean();

        /** What red, green and blue are divided by. */
        Optional<List<Double>> deviation();
    }

    /**
     * A network that tells classes of pixels apart; classes are the name of each channel of the output, in its order. See
     * {@link io.imageseg.own.ClassFormat}.
     */
    interface OwnNetwork extends OwnFile {
        /** The name of the output; absent for the file's first. */
        Optional<String> output();
    }

    /**
     * A network that finds vehicles and furniture; classes are {@code name=number}. See
     * {@link io.imageseg.own.ThingFormat}.
     */
    interface OwnThings extends OwnFile {
        ThingFormat.Kind kind();

        /** Which colour it takes first. */
        Optional<ColourOrder> order();

        /** How a picture is laid into its input. */
        Optional<ThingFormat.Fit> fit();

        /** The extents of an input that takes any. */
        Optional<Integer> side();

        /** The least score of a thing that is believed. */
        Optional<Double> leastScore();

        /** What the outputs are: {@code role=name}; absent to recognise them. */
        Optional<List<String>> outputs();

        /** What the masks cover. */
        Optional<ThingFormat.MaskPlace> masks();
    }
}
