package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imageseg.TestPhotos;
import io.imageseg.detect.FaceDetector;
import io.imageseg.detect.FaceMesher;
import io.imageseg.detect.ObjectDetector;
import io.imageseg.face.ColourHair;
import io.imageseg.face.FaceDivision;
import io.imageseg.face.FacePart;
import io.imageseg.face.FaceParts;
import io.imageseg.face.HairSource;
import io.imageseg.face.HeadReader;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.matte.PersonMatte;
import io.imageseg.matte.PersonPrior;
import io.imageseg.matte.SalientMatte;
import io.imageseg.model.BundledNetwork;
import io.imageseg.model.Network;
import io.imageseg.model.NetworkFile;
import io.imageseg.model.OnnxRuntimeNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When one cutout of several cannot be made, the others leave no native memory behind. */
class FailedCutsTest {
    private final Deque<Network> opened = new ArrayDeque<>();
    private Path isnet = Path.of("");

    @BeforeEach
    void needsTheNetwork() {
        isnet = Path.of(System.getProperty("imageseg.models", ""), NetworkFile.ISNET.file());
        assumeTrue(Files.exists(isnet), "run ./imageseg build first: the network is not there");
    }

    @AfterEach
    void close() {
        opened.forEach(Network::close);
    }

    @Test
    void aHeadThatCannotBeReadTakesTheOthersAlong() {
        HairSource hair = (picture, part, mesh, person) -> {
            if (mesh.bounds().centre().x() > 512) {
                throw new IllegalStateException("the second head");
            }
            return new ColourHair().of(picture, part, mesh, person);
        };
        HeadSegmenter heads = new HeadSegmenter(faces(), objects(), mesher(), personMatte(), new HeadReader(hair));
        try (Picture twins = PeoplePhotos.twins()) {
            leavesNothing("the second head", () -> heads.cut(twins, HeadPart.HEAD));
        }
    }

    @Test
    void aPartThatCannotBeCutTakesTheOthersAlong() {
        FaceDivision division = (_, _, layers) -> {
            Map<FacePart, Matte> mattes = new EnumMap<>(FacePart.class);
            mattes.put(FacePart.SKIN, matte(layers.box().width(), layers.box().height()));
            mattes.put(FacePart.NOSE, matte(7, 7));
            return new FaceParts(mattes);
        };
        FaceParser parser =
                new FaceParser(faces(), objects(), mesher(), personMatte(), new HeadReader(new ColourHair()), division);
        try (Picture photo = TestPhotos.astronaut()) {
            leavesNothing("", () -> parser.parse(photo));
        }
    }

    private static void leavesNothing(String failure, Runnable cut) {
        assertThatThrownBy(cut::run).isInstanceOf(RuntimeException.class).hasMessageContaining(failure);
        long before = Pointer.totalBytes();
        assertThatThrownBy(cut::run).isInstanceOf(RuntimeException.class);
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
    }

    private static Matte matte(int width, int height) {
        try (PointerScope _ = new PointerScope()) {
            Mat alpha = new Mat(height, width, CV_32FC1, Scalar.all(1));
            alpha.retainReference();
            return new Matte(alpha);
        }
    }

    private Network open(BundledNetwork network) {
        opened.push(new OnnxRuntimeNetwork(network, 2));
        return opened.getFirst();
    }

    private FaceDetector faces() {
        return new FaceDetector(open(BundledNetwork.CENTERFACE));
    }

    private ObjectDetector objects() {
        return new ObjectDetector(open(BundledNetwork.NANODET));
    }

    private FaceMesher mesher() {
        return new FaceMesher(open(BundledNetwork.FACE_MESH));
    }

    private PersonMatte personMatte() {
        opened.push(new OnnxRuntimeNetwork(isnet, 2));
        return new PersonMatte(new SalientMatte(opened.getFirst()), new PersonPrior(open(BundledNetwork.SELFIE)));
    }
}
