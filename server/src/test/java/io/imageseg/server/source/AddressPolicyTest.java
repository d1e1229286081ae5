package io.imageseg.server.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    private final AddressPolicy strict = new AddressPolicy(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:a00:1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesWhatIsNotPublic(String address) throws Exception {
        assertThat(strict.permits(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "64:ff9b::101:101",
                "2002:101:101::1"
            })
    void permitsPublicAddressesUpToTheEdgesOfTheBlocks(String address) throws Exception {
        assertThat(strict.permits(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void permitsWhatTheOperatorAddsAndNothingBesides() throws Exception {
        AddressPolicy policy =
                new AddressPolicy(List.of(AddressRange.parse("127.0.0.1"), AddressRange.parse("10.8.0.0/13")));
        assertThat(policy.permits(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(policy.permits(InetAddress.ofLiteral("127.0.0.2"))).isFalse();
        assertThat(policy.permits(InetAddress.ofLiteral("10.15.255.255"))).isTrue();
        assertThat(policy.permits(InetAddress.ofLiteral("10.16.0.0"))).isFalse();
        assertThat(policy.permits(InetAddress.ofLiteral("::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129", "cafe", "1.2.3.4.5/8"})
    void refusesWhatIsNoBlock(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not an address block such as 10.0.0.0/8");
    }
}
