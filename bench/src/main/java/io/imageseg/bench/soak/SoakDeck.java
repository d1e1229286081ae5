package io.imageseg.bench.soak;

import io.imageseg.bench.call.ApiClient;
import io.imageseg.bench.call.Call;
import io.imageseg.bench.call.PhotoHost;
import io.imageseg.bench.call.Reply;
import io.imageseg.bench.photo.Photo;
import io.imageseg.bench.photo.Photos;
import io.imageseg.image.ImageFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What is called: every action with photos of several sizes, proportions and formats, whole ones and broken ones, at once
 * and as jobs, and calls that are refused. The limits are the documented ones, so that some photos are too large or of a
 * format that an action does not take.
 */
record SoakDeck(List<SoakCall> calls) {
    private static final long SEED = 7;
    private static final List<Shape> SHAPES = List.of(
            new Shape(240, 320, ImageFormat.WEBP),
            new Shape(640, 480, ImageFormat.PNG),
            new Shape(960, 1279, ImageFormat.JPEG),
            new Shape(1279, 720, ImageFormat.JPEG),
            new Shape(1600, 1600, ImageFormat.JPEG));
    private static final int MASK = 320;

    private record Shape(int width, int height, ImageFormat format) {}

    /** Each call of the mixture once, in an order that is the same each time. */
    static SoakDeck of(Photos photos, PhotoHost host, ApiClient client) throws IOException, InterruptedException {
        List<SoakCall> calls = new ArrayList<>();
        List<String> names = List.copyOf(photos.originals().keySet());
        String mask = host.put(mask(photos.scaled(names.getFirst(), MASK, MASK, ImageFormat.JPEG), host, client));
        for (int i = 0; i < SHAPES.size(); i++) {
            Shape shape = SHAPES.get(i);
            for (String action : Call.ACTIONS) {
                String name = names.get(calls.size() % names.size());
                Photo photo = photos.scaled(name, shape.width, shape.height, shape.format);
                Call call = Call.of(action, host.put(photo)).with("MaskImageURL", mask);
                calls.add(calls.size() % 5 == i % 5 ? new SoakCall.Async(call) : new SoakCall.Direct(call));
            }
        }
        Photo whole = photos.scaled(names.getFirst(), MASK, MASK, ImageFormat.JPEG);
        calls.addAll(forms(host.put(whole)));
        calls.addAll(refused(whole, host));
        Collections.shuffle(calls, new Random(SEED));
        return new SoakDeck(List.copyOf(calls));
    }

    private static Photo mask(Photo photo, PhotoHost host, ApiClient client) throws IOException, InterruptedException {
        Reply reply = client.call(Call.of("SegmentCommonImage", host.put(photo)).with("ReturnForm", "mask"));
        if (!reply.isOk()) {
            throw new IOException("%s has no subject to make a mask of: %s".formatted(photo.name(), reply.code()));
        }
        byte[] file = client.fetch(reply.results().getFirst());
        return new Photo(photo.name(), photo.width(), photo.height(), ImageFormat.PNG, file);
    }

    private static List<SoakCall> forms(String address) {
        List<SoakCall> calls = new ArrayList<>();
        for (String form : List.of("mask", "whiteBK", "crop")) {
            calls.add(new SoakCall.Direct(Call.of("SegmentCommonImage", address).with("ReturnForm", form)));
        }
        return calls;
    }

    private static List<SoakCall> refused(Photo whole, PhotoHost host) {
        byte[] half = Arrays.copyOf(whole.file(), whole.file().length / 2);
        Photo broken = new Photo(whole.name(), whole.width(), whole.height(), whole.format(), half);
        List<SoakCall> calls = new ArrayList<>();
        for (String image : List.of(host.put(broken), host.nowhere(), "http://10.0.0.1/photo.jpg", "photo.jpg")) {
            calls.add(new SoakCall.Direct(Call.of("SegmentBody", image)));
            calls.add(new SoakCall.Async(Call.of("SegmentBody", image)));
        }
        calls.add(new SoakCall.Direct(new Call("SegmentHead", Map.of())));
        calls.add(new SoakCall.Direct(Call.of("SegmentNothing", host.put(whole))));
        return calls;
    }

    /** The call of a turn; they come round again and again. */
    SoakCall at(int turn) {
        return calls.get(turn % calls.size());
    }
}
