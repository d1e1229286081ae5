package io.imageseg.server;

import io.imageseg.matte.SubjectChoice;
import io.imageseg.segment.HeadPart;
import io.imageseg.segment.Segmentation;
import io.imageseg.server.action.LimitsProfile;
import io.imageseg.server.action.ParseFace;
import io.imageseg.server.action.RefineMask;
import io.imageseg.server.action.SegmentBody;
import io.imageseg.server.action.SegmentCommodity;
import io.imageseg.server.action.SegmentCommonImage;
import io.imageseg.server.action.SegmentFace;
import io.imageseg.server.action.SegmentFurniture;
import io.imageseg.server.action.SegmentHair;
import io.imageseg.server.action.SegmentHead;
import io.imageseg.server.action.SegmentVehicle;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Operation;
import io.imageseg.server.job.GetAsyncJobResult;
import io.imageseg.server.upload.AuthorizeFileUpload;
import io.imageseg.server.upload.PolicySeal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The actions of the API that work on images. */
final class Actions {
    /** The names of all. */
    static final Set<String> NAMES = of(LimitsProfile.ALIYUN, () -> {
                throw new AssertionError("a name needs no network");
            })
            .stream()
            .map(Action::name)
            .collect(Collectors.toUnmodifiableSet());

    private Actions() {}

    static List<Action> of(LimitsProfile limits, Supplier<Segmentation> segmentation) {
        return List.of(
                SegmentBody.of(limits, photo -> segmentation.get().cutPeople(photo)),
                SegmentHead.of(limits, photo -> segmentation.get().cutHeads(photo, HeadPart.HEAD)),
                SegmentFace.of(limits, photo -> segmentation.get().cutHeads(photo, HeadPart.FACE)),
                SegmentHair.of(limits, photo -> segmentation.get().cutHeads(photo, HeadPart.HAIR)),
                ParseFace.of(limits, photo -> segmentation.get().parseFace(photo)),
                SegmentVehicle.of(limits, photo -> segmentation.get().cutVehicles(photo)),
                SegmentFurniture.of(limits, photo -> segmentation.get().cutFurniture(photo)),
                SegmentCommodity.of(limits, photo -> segmentation.get().cutSubject(photo, SubjectChoice.PRODUCTS)),
                SegmentCommonImage.of(
                        limits, photo -> segmentation.get().cutSubject(photo, SubjectChoice.MAIN_SUBJECT)),
                RefineMask.of(limits, (photo, mask) -> segmentation.get().refineMask(photo, mask)));
    }

    /** These and what callers need beside them. */
    static List<Operation> withCompanions(List<Action> actions, Storage storage, PolicySeal seal, Clock clock) {
        long largestFile = actions.stream().mapToLong(Action::maxBytes).max().orElse(0);
        List<Operation> operations = new ArrayList<>(actions);
        operations.add(new GetAsyncJobResult(storage.jobs()));
        operations.add(new AuthorizeFileUpload(storage.uploads(), seal, largestFile, clock));
        return List.copyOf(operations);
    }
}
