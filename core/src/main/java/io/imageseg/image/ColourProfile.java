package io.imageseg.image;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.SequentialByteArrayReader;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The ICC profile that a file carries (JPEG: APP2 segments of ICC.1 annex B.4; PNG: chunk iCCP; WebP: chunk ICCP) and
 * its conversion to sRGB. A profile that cannot be used is passed over: the pixels are then taken for sRGB.
 */
final class ColourProfile {
    private static final int LIMIT = 4 << 20;
    private static final byte[] JPEG_TAG = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ICCP_PNG = 0x69434350;
    private static final int ICCP_WEBP = 0x50434349;

    private static final float SAME = 1.5f / 255;
    private static final float[][] PROBES = {
        {.1f, .1f, .1f}, {.5f, .5f, .5f}, {.9f, .9f, .9f}, {.9f, .1f, .1f}, {.1f, .9f, .1f}, {.1f, .1f, .9f}
    };

    private final ICC_Profile profile;

    private ColourProfile(ICC_Profile profile) {
        this.profile = profile;
    }

    /** The file's RGB profile, empty when there is none, it is sRGB itself, or it is unusable. */
    static Optional<ColourProfile> of(byte[] file, ImageFormat format) {
        try {
            byte[] icc = switch (format) {
                case JPEG -> jpeg(file);
                case PNG -> png(new SequentialByteArrayReader(file));
                case WEBP -> webp(file);
                case BMP, GIF -> new byte[0];
            };
            if (icc.length < 128) {
                return Optional.empty();
            }
            ICC_Profile profile = ICC_Profile.getInstance(icc);
            boolean foreign = profile.getColorSpaceType() == ColorSpace.TYPE_RGB && !isSrgb(profile);
            return foreign ? Optional.of(new ColourProfile(profile)) : Optional.empty();
        } catch (JpegProcessingException | IOException | DataFormatException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Converts 8-bit RGB pixels (CV_8UC3, red first, continuous) in place. */
    void toSrgb(Mat rgb) {
        int width = rgb.cols();
        int height = rgb.rows();
        byte[] pixels = new byte[width * height * 3];
        rgb.data().get(pixels);
        BufferedImage from = image(pixels, width, height, new ICC_ColorSpace(profile));
        byte[] converted = new byte[pixels.length];
        BufferedImage to = image(converted, width, height, ColorSpace.getInstance(ColorSpace.CS_sRGB));
        new ColorConvertOp(null).filter(from, to);
        rgb.data().put(converted);
    }

    private static BufferedImage image(byte[] pixels, int width, int height, ColorSpace space) {
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(pixels, pixels.length), width, height, 3 * width, 3, new int[] {0, 1, 2}, null);
        var model = new ComponentColorModel(space, false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }

    /** Whether the profile leaves colours where they are; names do not tell ("linear sRGB"). */
    private static boolean isSrgb(ICC_Profile profile) {
        ICC_ColorSpace space = new ICC_ColorSpace(profile);
        for (float[] probe : PROBES) {
            float[] seen = space.toRGB(probe);
            for (int channel = 0; channel < 3; channel++) {
                if (Math.abs(seen[channel] - probe[channel]) > SAME) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] jpeg(byte[] file) throws JpegProcessingException, IOException {
        var segments =
                JpegSegmentReader.readSegments(new SequentialByteArrayReader(file), List.of(JpegSegmentType.APP2));
        ByteArrayOutputStream icc = new ByteArrayOutputStream();
        for (byte[] segment : segments.getSegments(JpegSegmentType.APP2)) {
            int payload = JPEG_TAG.length + 2;
            if (segment.length > payload && Arrays.mismatch(segment, JPEG_TAG) == JPEG_TAG.length) {
                icc.write(segment, payload, segment.length - payload);
            }
        }
        return icc.toByteArray();
    }

    private static byte[] png(SequentialByteArrayReader reader) throws IOException, DataFormatException {
        reader.skip(8);
        while (reader.available() >= 12) {
            int length = reader.getInt32();
            if (reader.getInt32() == ICCP_PNG) {
                byte[] chunk = reader.getBytes(length);
                int name = 0;
                while (chunk[name] != 0) {
                    name++;
                }
                return inflate(chunk, name + 2);
            }
            reader.skip(length + 4L);
        }
        return new byte[0];
    }

    private static byte[] inflate(byte[] data, int from) throws DataFormatException {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(data, from, data.length - from);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            int count;
            while ((count = inflater.inflate(buffer)) > 0 && out.size() < LIMIT) {
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        }
    }

    private static byte[] webp(byte[] file) {
        ByteBuffer little = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = 12;
        while (at + 8 <= file.length) {
            int length = little.getInt(at + 4);
            if (length < 0 || length > file.length - at - 8) {
                return new byte[0];
            }
            if (little.getInt(at) == ICCP_WEBP) {
                return Arrays.copyOfRange(file, at + 8, at + 8 + length);
            }
            at += 8 + length + (length & 1);
        }
        return new byte[0];
    }
}
