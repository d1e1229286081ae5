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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private record Shape(int width, int height, ImageFormat format) {
        Photo of(Photos photos, String name) throws IOException {
            return photos.scaled(name, width, height, format);
        }
    }

    /** Each call of the mixture once, in an order that is the same each time. */
    static SoakDeck of(Photos photos, PhotoHost host, ApiClient client) throws IOException, InterruptedException {
        List<String> names = List.copyOf(photos.originals().keySet());
        Map<String, String> masks = masks(photos, host, client);
        List<SoakCall> calls = new ArrayList<>();
        for (int shape = 0; shape < SHAPES.size(); shape++) {
            for (int action = 0; action < Call.ACTIONS.size(); action++) {
                String name = names.get((shape + action) % names.size());
                String address = host.put(SHAPES.get(shape).of(photos, name));
                Call call = call(Call.ACTIONS.get(action), address, Objects.requireNonNull(masks.get(name)));
                // Each action is a job with one shape.
                boolean async = action % SHAPES.size() == shape;
                calls.add(async ? new SoakCall.Async(call) : new SoakCall.Direct(call));
            }
        }
        Photo whole = photos.scaled(names.getFirst(), MASK, MASK, ImageFormat.JPEG);
        calls.addAll(forms(host.put(whole)));
        calls.addAll(refused(whole, host));
        Collections.shuffle(calls, new Random(SEED));
        return new SoakDeck(List.copyOf(calls));
    }

    private static Call call(String action, String photo, String mask) {
        Call call = Call.of(action, photo);
        return action.equals("RefineMask") ? call.with("MaskImageURL", mask) : call;
    }

    /** Where a mask of each photo is, by the photo's name. */
    private static Map<String, String> masks(Photos photos, PhotoHost host, ApiClient client)
            throws IOException, InterruptedException {
        Map<String, String> masks = new HashMap<>();
        for (Photo photo : photos.scaled(MASK, MASK, ImageFormat.JPEG)) {
            Reply reply =
                    client.call(Call.of("SegmentCommonImage", host.put(photo)).with("ReturnForm", "mask"));
            if (!reply.isOk()) {
                throw new IOException("%s has no subject to make a mask of: %s".formatted(photo.name(), reply.code()));
            }
            byte[] file = client.fetch(reply.results().getFirst());
            masks.put(photo.name(), host.put(new Photo(photo.name(), MASK, MASK, ImageFormat.PNG, file)));
        }
        return masks;
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
        for (String image : List.of(host.put(broken), "http://10.0.0.1/photo.jpg", "photo.jpg")) {
            calls.add(new SoakCall.Direct(Call.of("SegmentBody", image)));
            calls.add(new SoakCall.Async(Call.of("SegmentBody", image)));
        }
        // No job: what cannot be downloaded is tried again, and ends as jobs do that the server gave up.
        calls.add(new SoakCall.Direct(Call.of("SegmentBody", host.nowhere())));
        calls.add(new SoakCall.Direct(new Call("SegmentHead", Map.of())));
        calls.add(new SoakCall.Direct(Call.of("SegmentNothing", host.put(whole))));
        return calls;
    }

    /** The call of a turn; they come round again and again. */
    SoakCall at(int turn) {
        return calls.get(turn % calls.size());
    }
}
