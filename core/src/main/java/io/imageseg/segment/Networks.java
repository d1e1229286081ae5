package io.imageseg.segment;

import io.imageseg.model.BundledNetwork;
import io.imageseg.model.Network;
import io.imageseg.model.OnnxRuntimeNetwork;
import java.util.function.Supplier;

/**
 * How the networks are opened that {@link Segmentation} works with; each supplier is asked once.
 *
 * @param isnet IS-Net general-use as {@link io.imageseg.matte.SalientMatte} describes it
 * @param selfie {@link BundledNetwork#SELFIE}
 * @param nanodet {@link BundledNetwork#NANODET}
 * @param centerface {@link BundledNetwork#CENTERFACE}
 * @param faceMesh {@link BundledNetwork#FACE_MESH}
 */
public record Networks(
        Supplier<Network> isnet,
        Supplier<Network> selfie,
        Supplier<Network> nanodet,
        Supplier<Network> centerface,
        Supplier<Network> faceMesh) {

    /** IS-Net, and beside it the networks that come with the library. */
    public static Networks bundledWith(Supplier<Network> isnet, int threads) {
        return new Networks(
                isnet,
                () -> new OnnxRuntimeNetwork(BundledNetwork.SELFIE, threads),
                () -> new OnnxRuntimeNetwork(BundledNetwork.NANODET, threads),
                () -> new OnnxRuntimeNetwork(BundledNetwork.CENTERFACE, threads),
                () -> new OnnxRuntimeNetwork(BundledNetwork.FACE_MESH, threads));
    }
}
