package io.imageseg.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * Whether a file holds all it announces. Decoders fill what is missing with grey and say nothing, so this is asked
 * first. Structures: ITU-T T.81 annex B (JPEG), the PNG specification 5.3, the WebP container specification, BMP's
 * BITMAPFILEHEADER.
 */
final class Completeness {
    /** Encoders make about ten; each is a pass over all pixels. */
    private static final int MOST_SCANS = 100;

    private Completeness() {}

    static void check(byte[] file, ImageHeader header) throws UnreadableImageException {
        boolean complete = switch (header.format()) {
            case JPEG -> jpeg(file);
            case PNG -> png(file);
            case WEBP -> file.length >= 12 && (little(file).getInt(4) & 0xffffffffL) + 8 <= file.length;
            case BMP -> bmp(file, header);
            case GIF -> true;
        };
        if (!complete) {
            throw new UnreadableImageException("the %s file is cut off or damaged".formatted(header.format()));
        }
    }

    /** Walks the segments; entropy-coded data ends at a marker that is neither stuffing (00) nor a restart (D0 to D7). */
    private static boolean jpeg(byte[] file) throws UnreadableImageException {
        int at = 2;
        int scans = 0;
        while (at + 1 < file.length) {
            int marker = file[at + 1] & 0xff;
            if ((file[at] & 0xff) != 0xff) {
                return false;
            } else if (marker == 0xd9) {
                return scans > 0;
            } else if (marker == 0xff) {
                at++;
            } else if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
                at += 2;
            } else if (at + 3 >= file.length) {
                return false;
            } else {
                at += 2 + (((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff));
                if (marker == 0xda) {
                    if (++scans > MOST_SCANS) {
                        throw new UnreadableImageException("the JPEG has more than %d scans".formatted(MOST_SCANS));
                    }
                    at = endOfScan(file, at);
                }
            }
        }
        return false;
    }

    private static int endOfScan(byte[] file, int from) {
        int at = from;
        while (at + 1 < file.length) {
            int next = file[at + 1] & 0xff;
            if (file[at] == (byte) 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                return at;
            }
            at++;
        }
        return file.length;
    }

    private static boolean png(byte[] file) {
        ByteBuffer big = ByteBuffer.wrap(file);
        long at = 8;
        while (at + 12 <= file.length) {
            long length = big.getInt((int) at) & 0xffffffffL;
            if (at + 12 + length > file.length) {
                return false;
            }
            CRC32 crc = new CRC32();
            crc.update(file, (int) at + 4, (int) length + 4);
            if ((int) crc.getValue() != big.getInt((int) (at + 8 + length))) {
                return false;
            }
            if (big.getInt((int) at + 4) == 0x49454e44) {
                return true;
            }
            at += 12 + length;
        }
        return false;
    }

    private static boolean bmp(byte[] file, ImageHeader header) {
        ByteBuffer little = little(file);
        if (file.length < 34) {
            return false;
        }
        boolean uncompressed = little.getInt(14) == 12 || little.getInt(30) == 0 || little.getInt(30) == 3;
        int bits = little.getShort(little.getInt(14) == 12 ? 24 : 28);
        long row = ((long) header.width() * bits + 31) / 32 * 4;
        return !uncompressed || (little.getInt(10) & 0xffffffffL) + row * header.height() <= file.length;
    }

    private static ByteBuffer little(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }
}
