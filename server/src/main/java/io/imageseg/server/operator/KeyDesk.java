package io.imageseg.server.operator;

import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.auth.AccessKey;
import io.imageseg.server.auth.Keys;
import io.imageseg.server.operator.KeyReply.KeyView;
import io.imageseg.server.usage.UsageBook;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Does what an operator asks for. */
public final class KeyDesk {
    private static final int NAME_LENGTH = 100;
    private static final int MOST_PER_MINUTE = 1_000_000;
    private static final Duration LONGEST_GRACE = Duration.ofDays(366);

    private final Keys keys;
    private final UsageBook usage;
    private final Set<String> actions;
    private final Clock clock;

    /** @param actions the names of all that a key can be limited to */
    public KeyDesk(Keys keys, UsageBook usage, Set<String> actions, Clock clock) {
        this.keys = keys;
        this.usage = usage;
        this.actions = new TreeSet<>(actions);
        this.clock = clock;
    }

    /** Does it, or says why it is not done. */
    public KeyReply answer(KeyCommand command) {
        return switch (command) {
            case KeyCommand.Create create ->
                refusal(create).<KeyReply>map(KeyReply.Refused::new).orElseGet(() -> create(create));
            case KeyCommand.Show _ ->
                new KeyReply.Shown(keys.all().stream().map(this::view).toList());
            case KeyCommand.Enable(String id, boolean enabled) -> keys.enable(id, enabled) ? shown(id) : noSuchKey(id);
            case KeyCommand.Entitle(String id, boolean operator) ->
                keys.entitle(id, operator) ? shown(id) : noSuchKey(id);
            case KeyCommand.Limit limit ->
                refusal(limit.limits()).<KeyReply>map(KeyReply.Refused::new).orElseGet(() -> limit(limit));
            case KeyCommand.Rotate(String id, Duration grace) -> rotate(id, grace);
            case KeyCommand.CountUsage(int days) ->
                days < 1
                        ? new KeyReply.Refused("Usage is shown for one day or more.")
                        : new KeyReply.Counted(usage.ofLast(days));
        };
    }

    private KeyReply create(KeyCommand.Create create) {
        AccessKey key = keys.create(create.name(), create.limits(), create.operator());
        return new KeyReply.Issued(view(key), key.secret());
    }

    private KeyReply limit(KeyCommand.Limit limit) {
        Optional<AccessKey> key = keys.find(limit.id());
        if (key.isEmpty()) {
            return noSuchKey(limit.id());
        }
        KeyLimits held = key.get().limits();
        boolean _ = keys.limit(
                limit.id(),
                new KeyLimits(
                        limit.isAboutActions() ? limit.limits().actions() : held.actions(),
                        limit.isAboutRate() ? limit.limits().perMinute() : held.perMinute()));
        return shown(limit.id());
    }

    private KeyReply rotate(String id, Duration grace) {
        if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0) {
            return new KeyReply.Refused(
                    "The old secret may hold for 0 to %d days, not for %s.".formatted(LONGEST_GRACE.toDays(), grace));
        }
        return keys.rotate(id, grace)
                .<KeyReply>map(key -> new KeyReply.Issued(view(key), key.secret()))
                .orElseGet(() -> noSuchKey(id));
    }

    private KeyReply shown(String id) {
        return new KeyReply.Shown(keys.find(id).stream().map(this::view).toList());
    }

    private KeyView view(AccessKey key) {
        return KeyView.of(key, clock.instant());
    }

    private static KeyReply noSuchKey(String id) {
        return new KeyReply.Refused("There is no key %s.".formatted(id));
    }

    private Optional<String> refusal(KeyCommand.Create create) {
        boolean isPrintable = create.name().codePoints().noneMatch(Character::isISOControl);
        if (create.name().length() > NAME_LENGTH || !isPrintable) {
            return Optional.of("A name has at most %d characters, on one line.".formatted(NAME_LENGTH));
        }
        return refusal(create.limits());
    }

    private Optional<String> refusal(KeyLimits limits) {
        List<String> unknown = limits.actions().orElse(Set.of()).stream()
                .filter(name -> !actions.contains(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty() || limits.actions().filter(Set::isEmpty).isPresent()) {
            return Optional.of("A key cannot be limited to %s; the actions are %s. What they need beside them is"
                            .formatted(
                                    unknown.isEmpty() ? "nothing" : String.join(", ", unknown),
                                    String.join(", ", actions))
                    + " open to every key.");
        }
        int perMinute = limits.perMinute().orElse(1);
        return perMinute >= 1 && perMinute <= MOST_PER_MINUTE
                ? Optional.empty()
                : Optional.of("A key may make 1 to %d calls per minute, not %d.".formatted(MOST_PER_MINUTE, perMinute));
    }
}
