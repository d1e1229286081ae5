package io.imageseg.image;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.png.PngHeader;
import com.drew.imaging.png.PngProcessingException;
import com.drew.imaging.riff.RiffProcessingException;
import com.drew.imaging.riff.RiffReader;
import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.bmp.BmpReader;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.jpeg.JpegReader;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpRiffHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a file's metadata what says its size and how it is turned, and nothing else: descriptions are XML, texts and
 * profiles are compressed, and what a file claims to be long is allocated before it is read.
 */
final class HeaderReader {
    private static final String EXIF_START = ExifReader.JPEG_SEGMENT_PREAMBLE;

    private final byte[] file;
    private final Metadata metadata = new Metadata();

    private HeaderReader(byte[] file) {
        this.file = file;
    }

    /** Throws any kind of exception for a file that is broken. */
    static Metadata read(byte[] file, ImageFormat format)
            throws JpegProcessingException, PngProcessingException, RiffProcessingException, IOException {
        HeaderReader reader = new HeaderReader(file);
        switch (format) {
            case JPEG -> reader.jpeg();
            case PNG -> reader.png();
            case WEBP -> new RiffReader().processRiff(reader.bytes(), new WebpChunks(reader.metadata));
            case BMP -> new BmpReader().extract(reader.bytes(), reader.metadata);
            case GIF -> reader.gif();
        }
        return reader.metadata;
    }

    private SequentialByteArrayReader bytes() {
        return new SequentialByteArrayReader(file);
    }

    private void jpeg() throws JpegProcessingException, IOException {
        JpegMetadataReader.process(
                metadata, new ByteArrayInputStream(file), List.of(new JpegReader(), new FirstDirectory()));
    }

    private void png() throws PngProcessingException, IOException {
        Set<PngChunkType> wanted = Set.of(PngChunkType.IHDR, PngChunkType.eXIf);
        for (PngChunk chunk : new PngChunkReader().extract(bytes(), wanted)) {
            if (chunk.getType().equals(PngChunkType.IHDR)) {
                PngHeader header = new PngHeader(chunk.getBytes());
                PngDirectory directory = new PngDirectory(PngChunkType.IHDR);
                directory.setInt(PngDirectory.TAG_IMAGE_WIDTH, header.getImageWidth());
                directory.setInt(PngDirectory.TAG_IMAGE_HEIGHT, header.getImageHeight());
                directory.setInt(PngDirectory.TAG_BITS_PER_SAMPLE, header.getBitsPerSample());
                directory.setInt(
                        PngDirectory.TAG_COLOR_TYPE, header.getColorType().getNumericValue());
                metadata.addDirectory(directory);
            } else {
                new FirstDirectory().extract(new ByteArrayReader(chunk.getBytes()), metadata);
            }
        }
    }

    /** GIF89a, 18: the logical screen. */
    private void gif() throws IOException {
        SequentialByteArrayReader bytes = bytes();
        bytes.setMotorolaByteOrder(false);
        bytes.skip(6);
        GifHeaderDirectory directory = new GifHeaderDirectory();
        directory.setInt(GifHeaderDirectory.TAG_IMAGE_WIDTH, bytes.getUInt16());
        directory.setInt(GifHeaderDirectory.TAG_IMAGE_HEIGHT, bytes.getUInt16());
        metadata.addDirectory(directory);
    }

    /** EXIF's first directory alone: those beneath it hold thumbnails, notes of makers, and descriptions. */
    private static final class FirstDirectory extends ExifReader {
        @Override
        public void extract(RandomAccessReader tiff, Metadata metadata, int start, @Nullable Directory parent) {
            try {
                new TiffReader().processTiff(tiff, new TagsAlone(metadata, start), start);
            } catch (TiffProcessingException | IOException _) {
                // A picture whose EXIF is broken is taken as it is stored.
            }
        }
    }

    private static final class TagsAlone extends ExifTiffHandler {
        TagsAlone(Metadata metadata, int start) {
            super(metadata, null, start);
        }

        @Override
        public boolean tryEnterSubIfd(int tag) {
            return false;
        }

        @Override
        public boolean hasFollowerIfd() {
            return false;
        }

        @Override
        public boolean customProcessTag(
                int at, Set<Integer> processed, int start, RandomAccessReader tiff, int tag, int length) {
            return false;
        }
    }

    private static final class WebpChunks extends WebpRiffHandler {
        private final Metadata metadata;

        WebpChunks(Metadata metadata) {
            super(metadata);
            this.metadata = metadata;
        }

        @Override
        public boolean shouldAcceptChunk(String name) {
            return !Set.of("XMP ", "ICCP").contains(name) && super.shouldAcceptChunk(name);
        }

        @Override
        public void processChunk(String name, byte[] content) {
            if (name.equals("EXIF")) {
                int start = ExifReader.startsWithJpegExifPreamble(content) ? EXIF_START.length() : 0;
                new FirstDirectory().extract(new ByteArrayReader(content, start), metadata);
            } else {
                super.processChunk(name, content);
            }
        }
    }
}
