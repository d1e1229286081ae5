package io.imageseg.bench.stage;

import io.imageseg.bench.call.ApiClient;
import io.imageseg.bench.call.Call;
import io.imageseg.bench.call.PhotoHost;
import io.imageseg.bench.call.Reply;
import io.imageseg.bench.photo.Photo;
import io.imageseg.bench.photo.Photos;
import io.imageseg.bench.process.Installation;
import io.imageseg.bench.process.ProcFolder;
import io.imageseg.image.ImageFormat;
import io.imageseg.model.EngineChoice;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls actions, one call at a time, and shows where the time goes.
 *
 * @param actions by name
 * @param rounds how often each photo is measured, after one call that is not
 */
public record StageBench(
        EngineChoice.Kind engine,
        List<String> actions,
        Photos photos,
        int rounds,
        PrintStream out,
        PrintStream progress) {
    private static final List<Integer> SIDES = List.of(640, 1280);
    private static final String SHARE_OF = "SegmentCommonImage";
    private static final String SHARE_AT = "1280×1280";

    public void run() throws IOException, InterruptedException {
        out.println(ProcFolder.OF_SYSTEM.processor());
        StageTable table = new StageTable();
        try (AccessLines log = new AccessLines();
                PhotoHost host = new PhotoHost();
                MeasuredServer server = new MeasuredServer(
                        Installation.ofThis(), engine, chosen -> out.println("IS-Net runs on " + chosen))) {
            Stopwatch stopwatch = new Stopwatch(server.client(), log, server.networks());
            for (int side : SIDES) {
                measure(stopwatch, calls(host, side), "%d×%d".formatted(side, side), table);
            }
        }
        out.println("Milliseconds, p50/p95; networks run within the cut.");
        out.println(table);
        if (actions.contains(SHARE_OF)) {
            out.printf(
                    "networks' share of the whole of %s of %s: %.3f%n",
                    SHARE_OF, SHARE_AT, table.networksShare(SHARE_OF, SHARE_AT));
        }
    }

    private Map<String, List<Call>> calls(PhotoHost host, int side) throws IOException {
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        actions.forEach(action -> calls.put(action, new ArrayList<>()));
        for (Photo photo : photos.scaled(side, side, ImageFormat.JPEG)) {
            String address = host.put(photo);
            calls.forEach((action, list) -> list.add(Call.of(action, address)));
        }
        return calls;
    }

    private void measure(Stopwatch stopwatch, Map<String, List<Call>> calls, String size, StageTable table)
            throws IOException, InterruptedException {
        for (Map.Entry<String, List<Call>> action : calls.entrySet()) {
            progress.printf("imageseg: %s of %s%n", action.getKey(), size);
            Map<String, List<CallTimes>> byAnswer = new LinkedHashMap<>();
            for (Call call : action.getValue()) {
                Call whole = action.getKey().equals("RefineMask") ? withMask(stopwatch.client(), call) : call;
                List<CallTimes> times = byAnswer.computeIfAbsent(stopwatch.answer(whole), _ -> new ArrayList<>());
                for (int round = 0; round < rounds; round++) {
                    times.add(stopwatch.time(whole));
                }
            }
            byAnswer.forEach((answer, times) -> table.add(action.getKey(), size, answer, times));
        }
    }

    /** The subject's mask, so that there is something to refine. */
    private static Call withMask(ApiClient client, Call call) throws IOException, InterruptedException {
        Reply mask = client.call(new Call("SegmentCommonImage", call.parameters()).with("ReturnForm", "mask"));
        if (!mask.isOk()) {
            throw new IOException("a photo without a subject has no mask to refine: " + mask.code());
        }
        return call.with("MaskImageURL", mask.results().getFirst());
    }
}
