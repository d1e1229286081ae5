package io.imageseg.cli;

import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.segment.FaceParse;
import io.imageseg.segment.HeadPart;
import io.imageseg.segment.Segmentation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What can be cut out of a photo, under the names that the command line uses. */
enum Subject {
    MAIN("no subject stands out in it") {
        @Override
        List<Named> cut(Segmentation segmentation, Picture picture) {
            return whole(picture, segmentation.cutSubject(picture, SubjectChoice.MAIN_SUBJECT));
        }
    },
    PRODUCT("no product stands out in it") {
        @Override
        List<Named> cut(Segmentation segmentation, Picture picture) {
            return whole(picture, segmentation.cutSubject(picture, SubjectChoice.PRODUCTS));
        }
    },
    BODY("there is nobody in it") {
        @Override
        List<Named> cut(Segmentation segmentation, Picture picture) {
            return whole(picture, segmentation.cutPeople(picture));
        }
    },
    HEAD("no face is seen in it") {
        @Override
        List<Named> cut(Segmentation segmentation, Picture picture) {
            return numbered(segmentation.cutHeads(picture, HeadPart.HEAD));
        }
    },
    FACE("no face is seen in it") {
        @Override
        List<Named> cut(Segmentation segmentation, Picture picture) {
            return numbered(segmentation.cutHeads(picture, HeadPart.FACE));
        }
    },
    HAIR("no face is seen in it") {
        @Override
        List<Named> cut(Segmentation segmentation, Picture picture) {
            return numbered(segmentation.cutHeads(picture, HeadPart.HAIR));
        }
    },
    VEHICLE("no vehicle is seen in it") {
        @Override
        List<Named> cut(Segmentation segmentation, Picture picture) {
            return numbered(segmentation.cutVehicles(picture));
        }
    },
    FURNITURE("no piece of furniture is seen in it") {
        @Override
        List<Named> cut(Segmentation segmentation, Picture picture) {
            return numbered(segmentation.cutFurniture(picture));
        }
    },
    PARTS("there is not exactly one face, seen from the front and large enough, in it") {
        @Override
        List<Named> cut(Segmentation segmentation, Picture picture) {
            return segmentation.parseFace(picture) instanceof FaceParse.Parts parts
                    ? parts.cutouts().entrySet().stream()
                            .map(part -> new Named("-" + part.getKey().label(), part.getValue()))
                            .toList()
                    : List.of();
        }
    };

    private final String nothing;

    Subject(String nothing) {
        this.nothing = nothing;
    }

    /** A cutout and what its file's name ends in, before the dot; empty for the only one of a photo. */
    record Named(String suffix, PlacedCutout cutout) {}

    /** Everything of its kind in a photo, owned by the caller; nothing if there is none. */
    abstract List<Named> cut(Segmentation segmentation, Picture picture);

    /** Why there is nothing, for a sentence about a photo. */
    String nothing() {
        return nothing;
    }

    private static List<Named> whole(Picture picture, Optional<Cutout> cutout) {
        return cutout.map(found -> new Named("", new PlacedCutout(picture.box(), found, 1))).stream()
                .toList();
    }

    private static List<Named> numbered(List<PlacedCutout> cutouts) {
        return IntStream.range(0, cutouts.size())
                .mapToObj(i -> new Named("-" + (i + 1), cutouts.get(i)))
                .toList();
    }
}
