package io.imageseg.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Changes to image files that no encoder makes. */
final class FileSurgery {
    private static final int PNG_HEADER = 33;
    private static final int SEGMENT = 65_537;

    private FileSurgery() {}

    /** The same picture in a file of exactly {@code size} bytes, by comment segments (ITU-T T.81, B.2.4.5). */
    static byte[] paddedJpeg(byte[] jpeg, int size) {
        ByteBuffer padded = ByteBuffer.allocate(size).put(jpeg, 0, 2);
        int missing = size - jpeg.length;
        while (missing > 0) {
            int segment = missing <= SEGMENT ? missing : Math.min(SEGMENT, missing - 4);
            padded.put((byte) 0xff).put((byte) 0xfe).putShort((short) (segment - 2));
            padded.position(padded.position() + segment - 4);
            missing -= segment;
        }
        return padded.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** The same picture in a file of exactly {@code size} bytes, by a private chunk that readers skip. */
    static byte[] paddedPng(byte[] png, int size) {
        byte[] chunk = pngChunk("paDd", new byte[size - png.length - 12]);
        return ByteBuffer.allocate(size)
                .put(png, 0, PNG_HEADER)
                .put(chunk)
                .put(png, PNG_HEADER, png.length - PNG_HEADER)
                .array();
    }

    /** A PNG that claims so many RGB pixels and has none; its data's checksum is wrong. */
    static byte[] pngHeader(int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        file.writeBytes(pngChunk("IHDR", header.put(new byte[] {8, 2, 0, 0, 0}).array()));
        byte[] damaged = pngChunk("IDAT", new byte[1]);
        damaged[damaged.length - 1]++;
        file.writeBytes(damaged);
        file.writeBytes(pngChunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    /** The photo with an EXIF segment that holds nothing but the orientation (TIFF 6.0, tag 274). */
    static byte[] turnedJpeg(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.put(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34}).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 274).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return ByteBuffer.allocate(jpeg.length + 36)
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] pngChunk(String type, byte[] data) {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }
}
