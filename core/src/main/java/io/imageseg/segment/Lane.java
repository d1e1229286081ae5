package io.imageseg.segment;

import io.imageseg.detect.FaceDetector;
import io.imageseg.detect.FaceMesher;
import io.imageseg.detect.ObjectDetector;
import io.imageseg.detect.ThingChoice;
import io.imageseg.face.ColourHair;
import io.imageseg.face.FaceDivision;
import io.imageseg.face.FaceParts;
import io.imageseg.face.HairSource;
import io.imageseg.face.HeadReader;
import io.imageseg.face.NetworkDivision;
import io.imageseg.face.NetworkHair;
import io.imageseg.image.Cutout;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.matte.PersonMatte;
import io.imageseg.matte.PersonPrior;
import io.imageseg.matte.SalientMatte;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.model.Network;
import io.imageseg.own.ClassFormat;
import io.imageseg.own.ClassNetwork;
import io.imageseg.own.ThingName;
import io.imageseg.own.ThingNetwork;
import java.util.List;
import java.util.Optional;

/**
 * All capabilities over networks that no other lane uses, for one thread at a time. Networks are waited for when they are
 * needed.
 *
 * @param number which of each network's twins are this lane's
 */
record Lane(LoadingNetworks networks, int number) {
    Optional<Cutout> cutSubject(Picture picture, SubjectChoice choice) {
        return new SubjectSegmenter(network(networks.isnet()), choice).cut(picture);
    }

    Optional<Cutout> cutPeople(Picture picture) {
        return new BodySegmenter(faces(), objects(), personMatte()).cut(picture);
    }

    List<PlacedCutout> cutHeads(Picture picture, HeadPart part) {
        return new HeadSegmenter(faces(), objects(), mesher(), personMatte(), headReader()).cut(picture, part);
    }

    FaceParse parseFace(Picture picture) {
        return new FaceParser(faces(), objects(), mesher(), personMatte(), headReader(), division()).parse(picture);
    }

    Matte refineMask(Picture picture, Matte coarse) {
        return new MaskRefiner(network(networks.isnet())).refine(picture, coarse);
    }

    List<PlacedCutout> cutVehicles(Picture picture) {
        return things(picture, ThingChoice.VEHICLES, ThingName.Group.VEHICLES);
    }

    List<PlacedCutout> cutFurniture(Picture picture) {
        List<PlacedCutout> found = things(picture, ThingChoice.FURNITURE, ThingName.Group.FURNITURE);
        return found.isEmpty()
                ? new NamelessSegmenter(objects(), new SalientMatte(network(networks.isnet())))
                        .cut(picture).stream().toList()
                : found;
    }

    private List<PlacedCutout> things(Picture picture, ThingChoice choice, ThingName.Group group) {
        SalientMatte salient = new SalientMatte(network(networks.isnet()));
        return networks.things()
                .filter(slot -> slot.format().classes().has(group))
                .map(slot -> new ThingNetwork(network(slot.network()), slot.format()))
                .map(network -> new NetworkThings(network, group, salient).cut(picture))
                .orElseGet(() -> new ThingSegmenter(objects(), choice, salient, personMatte()).cut(picture));
    }

    private FaceMesher mesher() {
        return new FaceMesher(network(networks.faceMesh()));
    }

    private HeadReader headReader() {
        return new HeadReader(networks.hair()
                .<HairSource>map(slot -> new NetworkHair(classes(slot)))
                .orElseGet(ColourHair::new));
    }

    private FaceDivision division() {
        return networks.faceParsing()
                .<FaceDivision>map(slot -> new NetworkDivision(classes(slot)))
                .orElse(FaceParts::of);
    }

    private ClassNetwork classes(OwnNetwork.Slot<ClassFormat> slot) {
        return new ClassNetwork(network(slot.network()), slot.format());
    }

    private FaceDetector faces() {
        return new FaceDetector(network(networks.centerface()));
    }

    private ObjectDetector objects() {
        return new ObjectDetector(network(networks.nanodet()));
    }

    private PersonMatte personMatte() {
        return new PersonMatte(
                new SalientMatte(network(networks.isnet())), new PersonPrior(network(networks.selfie())));
    }

    private Network network(Loading<List<HeardNetwork>> loading) {
        return loading.get().get(number);
    }
}
