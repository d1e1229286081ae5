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
import io.imageseg.image.NativeCodecs;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.matte.PersonMatte;
import io.imageseg.matte.PersonPrior;
import io.imageseg.matte.SalientMatte;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.model.ModelException;
import io.imageseg.model.Network;
import io.imageseg.own.ClassFormat;
import io.imageseg.own.ClassNetwork;
import io.imageseg.own.OwnFormat;
import io.imageseg.own.ThingFormat;
import io.imageseg.own.ThingName;
import io.imageseg.own.ThingNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All capabilities over one set of networks, which load beside whoever opens this. Cuts are made by one thread at a
 * time; {@link #isReady} may be asked by any.
 */
public final class Segmentation implements AutoCloseable {
    /**
     * So long the face mesh waits for those who need it. To load it takes as much work as all others, and few calls use it:
     * the first of the others is not to wait for that.
     */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final List<NetworkListener> listeners = new CopyOnWriteArrayList<>();
    private final Loading<HeardNetwork> isnet;
    private final Loading<HeardNetwork> selfie;
    private final Loading<HeardNetwork> nanodet;
    private final Loading<HeardNetwork> centerface;
    private final Loading<HeardNetwork> faceMesh;
    private final Optional<OwnNetwork.Slot<ClassFormat>> hair;
    private final Optional<OwnNetwork.Slot<ClassFormat>> faceParsing;
    private final Optional<OwnNetwork.Slot<ThingFormat>> things;
    private final Loading<Boolean> codecs;

    /** The same with the built-in methods alone. */
    public Segmentation(Networks networks) {
        this(networks, OwnNetworks.NONE);
    }

    /** Starts to load; whoever cuts first waits for what it needs. */
    public Segmentation(Networks networks, OwnNetworks own) {
        isnet = load("isnet", networks.isnet());
        selfie = load("selfie", networks.selfie());
        nanodet = load("nanodet", networks.nanodet());
        centerface = load("centerface", networks.centerface());
        faceMesh = Loading.later(source("face-mesh", networks.faceMesh()), SETTLING);
        hair = own.hair().map(network -> load("hair", network));
        faceParsing = own.faceParsing().map(network -> load("face-parsing", network));
        things = own.things().map(network -> load("things", network));
        codecs = Loading.start(() -> {
            NativeCodecs.warmUp();
            return true;
        });
    }

    private Loading<HeardNetwork> load(String name, Supplier<Network> source) {
        return Loading.start(source(name, source));
    }

    private Supplier<HeardNetwork> source(String name, Supplier<Network> source) {
        return () -> new HeardNetwork(name, source.get(), listeners);
    }

    private <F extends OwnFormat> OwnNetwork.Slot<F> load(String name, OwnNetwork<F> network) {
        return new OwnNetwork.Slot<>(load(name, network::open), network.format());
    }

    private List<Loading<HeardNetwork>> networks() {
        return Stream.concat(
                        Stream.of(isnet, selfie, nanodet, centerface, faceMesh),
                        Stream.of(hair, faceParsing, things)
                                .flatMap(Optional::stream)
                                .<Loading<HeardNetwork>>map(OwnNetwork.Slot::network))
                .toList();
    }

    /** Whether everything is loaded that does not wait for those who need it, and nothing is broken. */
    public boolean isReady() {
        return codecs.isDone()
                && networks().stream()
                        .allMatch(network -> network == faceMesh ? !network.isBroken() : network.isDone());
    }

    /** Tells of every network that is loaded, now or later, and of every run from now on. */
    public void listen(NetworkListener listener) {
        listeners.add(listener);
        networks().forEach(loading -> {
            CompletableFuture<Void> _ =
                    loading.future().thenAccept(network -> listener.loaded(network.name(), network.engine()));
        });
    }

    /** Tells of every network that cannot be loaded, now or later. */
    public void whenBroken(Consumer<ModelException> listener) {
        networks().forEach(network -> network.whenBroken(listener));
    }

    /**
     * The subject, of the picture's size, owned by the caller; empty when nothing stands out.
     *
     * @throws ModelException if a network cannot be loaded or run
     */
    public Optional<Cutout> cutSubject(Picture picture, SubjectChoice choice) {
        return new SubjectSegmenter(isnet.get(), choice).cut(picture);
    }

    /**
     * All people, of the picture's size, owned by the caller; empty when there is nobody.
     *
     * @throws ModelException if a network cannot be loaded or run
     */
    public Optional<Cutout> cutPeople(Picture picture) {
        return new BodySegmenter(faces(), objects(), personMatte()).cut(picture);
    }

    /**
     * A part of every person's head, cropped, from left to right, owned by the caller; none when no face is seen.
     *
     * @throws ModelException if a network cannot be loaded or run
     */
    public List<PlacedCutout> cutHeads(Picture picture, HeadPart part) {
        return new HeadSegmenter(faces(), objects(), mesher(), personMatte(), headReader()).cut(picture, part);
    }

    /**
     * The parts of the only face, or why there are none; owned by the caller.
     *
     * @throws ModelException if a network cannot be loaded or run
     */
    public FaceParse parseFace(Picture picture) {
        return new FaceParser(faces(), objects(), mesher(), personMatte(), headReader(), division()).parse(picture);
    }

    /**
     * A coarse mask with the picture's edges, of the picture's size, owned by the caller.
     *
     * @param coarse as {@link MaskRefiner#refine} describes it
     * @throws ModelException if a network cannot be loaded or run
     */
    public Matte refineMask(Picture picture, Matte coarse) {
        return new MaskRefiner(isnet.get()).refine(picture, coarse);
    }

    /**
     * All vehicles, each in its place, largest first, owned by the caller; none when no vehicle is seen.
     *
     * @throws ModelException if a network cannot be loaded or run
     */
    public List<PlacedCutout> cutVehicles(Picture picture) {
        return things(picture, ThingChoice.VEHICLES, ThingName.Group.VEHICLES);
    }

    /**
     * All pieces of furniture, each in its place, largest first, owned by the caller; a piece of no class that the
     * detector knows only if it is what the picture is of; none when there is none.
     *
     * @throws ModelException if a network cannot be loaded or run
     */
    public List<PlacedCutout> cutFurniture(Picture picture) {
        List<PlacedCutout> found = things(picture, ThingChoice.FURNITURE, ThingName.Group.FURNITURE);
        return found.isEmpty()
                ? new NamelessSegmenter(objects(), new SalientMatte(isnet.get()))
                        .cut(picture).stream().toList()
                : found;
    }

    private List<PlacedCutout> things(Picture picture, ThingChoice choice, ThingName.Group group) {
        SalientMatte salient = new SalientMatte(isnet.get());
        return things.filter(slot -> slot.format().classes().has(group))
                .map(slot -> new ThingNetwork(slot.network().get(), slot.format()))
                .map(network -> new NetworkThings(network, group, salient).cut(picture))
                .orElseGet(() -> new ThingSegmenter(objects(), choice, salient, personMatte()).cut(picture));
    }

    private FaceMesher mesher() {
        return new FaceMesher(faceMesh.get());
    }

    private HeadReader headReader() {
        return new HeadReader(
                hair.<HairSource>map(slot -> new NetworkHair(classes(slot))).orElseGet(ColourHair::new));
    }

    private FaceDivision division() {
        return faceParsing
                .<FaceDivision>map(slot -> new NetworkDivision(classes(slot)))
                .orElse(FaceParts::of);
    }

    private static ClassNetwork classes(OwnNetwork.Slot<ClassFormat> slot) {
        return new ClassNetwork(slot.network().get(), slot.format());
    }

    private FaceDetector faces() {
        return new FaceDetector(centerface.get());
    }

    private ObjectDetector objects() {
        return new ObjectDetector(nanodet.get());
    }

    private PersonMatte personMatte() {
        return new PersonMatte(new SalientMatte(isnet.get()), new PersonPrior(selfie.get()));
    }

    /** Waits for what still loads: a process that ends while ONNX Runtime loads a network crashes. */
    @Override
    public void close() {
        networks().forEach(network -> network.end(Network::close));
    }
}
