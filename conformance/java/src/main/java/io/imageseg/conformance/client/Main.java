package io.imageseg.conformance.client;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads calls from its input, a line of JSON each, makes them and writes what the library gave back, a line each. */
public final class Main {
    private static final Gson JSON = new Gson();

    private Main() {}

    /** @param arguments the library: {@code core} or {@code tea} */
    public static void main(String[] arguments) throws IOException {
        Library library = arguments[0].equals("core") ? new CoreLibrary() : new TeaLibrary();
        BufferedReader calls = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = calls.readLine(); line != null; line = calls.readLine()) {
            byte[] answer =
                    JSON.toJson(made(library, JSON.fromJson(line, Call.class))).getBytes(StandardCharsets.UTF_8);
            System.out.write(answer);
            System.out.println();
            System.out.flush();
        }
        // Both libraries leave threads behind.
        System.exit(0);
    }

    private static Map<String, Object> made(Library library, Call call) {
        try {
            return Map.of("answer", library.make(call));
        } catch (RefusedException refused) {
            return Map.of("error", Map.of("code", refused.code(), "message", String.valueOf(refused.getMessage())));
        } catch (Exception e) {
            e.printStackTrace();
            return Map.of("error", Map.of("code", "no code", "message", e.toString()));
        }
    }
}
