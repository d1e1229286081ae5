package io.imageseg.server.http;

import io.imageseg.server.api.Operation;
import io.imageseg.server.console.CallDesk;
import io.imageseg.server.console.Catalogue;
import io.imageseg.server.console.ConsoleException;
import io.imageseg.server.console.Door;
import io.imageseg.server.console.FileDesk;
import io.imageseg.server.console.OperatorDesk;
import io.imageseg.server.console.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiFunction;

/** The console's page and what it asks the server for. */
public final class ConsoleRoutes implements Routes {
    private static final String API = "/console/api/";

    private static final List<HandlerType> UNKNOWN =
            List.of(HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE, HandlerType.OPTIONS);

    private final Door door;
    private final List<? extends Operation> operations;
    private final CallDesk calls;
    private final FileDesk files;
    private final OperatorDesk operator;
    private final ConsoleGuard guard;
    private final Origin origin;
    private final HttpLimits limits;

    public ConsoleRoutes(
            Door door,
            List<? extends Operation> operations,
            CallDesk calls,
            FileDesk files,
            OperatorDesk operator,
            Origin origin,
            HttpLimits limits) {
        this.door = door;
        this.operations = List.copyOf(operations);
        this.calls = calls;
        this.files = files;
        this.operator = operator;
        this.origin = origin;
        this.limits = limits;
        guard = new ConsoleGuard(origin);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(API + "session", guarded(this::signIn));
        routes.get(API + "session", visited((visitor, _) -> visitor.view()));
        routes.delete(API + "session", guarded(this::signOut));
        routes.get(API + "actions", guarded(this::actions));
        routes.post(API + "files", guarded(this::keep));
        routes.post(API + "calls", guarded(this::call));
        addOperatorsTo(routes);
        routes.get(API + "*", guarded(ConsoleRoutes::nothing));
        for (HandlerType method : ConsoleGuard.READING) {
            routes.addHttpHandler(method, "/console", guarded(ConsolePage::show));
            routes.addHttpHandler(method, "/console/*", guarded(ConsolePage::show));
        }
        for (HandlerType method : UNKNOWN) {
            routes.addHttpHandler(method, "/console/*", guarded(ConsoleRoutes::nothing));
        }
    }

    private void addOperatorsTo(RoutesConfig routes) {
        routes.get(API + "keys", visited((visitor, _) -> operator.keys(visitor)));
        routes.post(
                API + "keys",
                visited((visitor, context) -> operator.create(visitor, json(context, OperatorDesk.NewKey.class))));
        routes.post(
                API + "keys/{id}/enable", visited((visitor, context) -> operator.enable(visitor, id(context), true)));
        routes.post(
                API + "keys/{id}/disable", visited((visitor, context) -> operator.enable(visitor, id(context), false)));
        routes.post(
                API + "keys/{id}/rotate",
                visited((visitor, context) ->
                        operator.rotate(visitor, id(context), json(context, OperatorDesk.Rotation.class))));
        routes.post(
                API + "keys/{id}/limit",
                visited((visitor, context) ->
                        operator.limit(visitor, id(context), json(context, OperatorDesk.Limits.class))));
        routes.get(API + "usage", visited((visitor, context) -> operator.usage(visitor, days(context))));
        routes.get(API + "jobs", visited((visitor, _) -> operator.jobs(visitor)));
        routes.get(API + "health", visited((visitor, _) -> operator.health(visitor)));
    }

    private Handler guarded(Handler handler) {
        return context -> guard.handle(handler, context);
    }

    /** What only those are answered who are signed in. */
    private Handler visited(BiFunction<Visitor, Context, Object> answer) {
        return guarded(context -> ConsoleBody.write(answer.apply(visitor(context), context), context));
    }

    private Visitor visitor(Context context) {
        return door.visitor(ConsoleCookie.token(context));
    }

    private void signIn(Context context) {
        Door.Credentials given = json(context, Door.Credentials.class);
        Door.Entry entry = door.signIn(given, context.req().getRemoteAddr());
        door.signOut(ConsoleCookie.token(context));
        ConsoleCookie.set(entry.token(), context, origin);
        ConsoleBody.write(entry.visitor().view(), context);
    }

    private void signOut(Context context) {
        door.signOut(ConsoleCookie.token(context));
        ConsoleCookie.remove(context, origin);
        context.status(204);
    }

    private void actions(Context context) {
        ConsoleBody.write(Catalogue.of(operations, origin.of(context)), context);
    }

    private void keep(Context context) throws IOException {
        Visitor visitor = visitor(context);
        try (InputStream body = new PacedBody(context.bodyInputStream(), limits)) {
            ConsoleBody.write(files.keep(visitor, body, origin.of(context)), context);
        }
    }

    private void call(Context context) throws IOException {
        Visitor visitor = visitor(context);
        CallDesk.Order order = json(context, CallDesk.Order.class);
        LineStream lines = new LineStream(context);
        calls.call(visitor, order, origin.of(context), lines::isTaken, lines::write);
    }

    private <T> T json(Context context, Class<T> type) {
        return ConsoleBody.read(context, limits, type);
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }

    private static int days(Context context) {
        String given = context.queryParam("days");
        if (given == null) {
            return 30;
        }
        if (!given.matches("[0-9]{1,5}")) {
            throw new ConsoleException(400, "InvalidParameter", "days must be a number of days, such as 30.");
        }
        return Integer.parseInt(given);
    }

    private static void nothing(Context context) {
        throw ConsolePage.nothingThere();
    }
}
