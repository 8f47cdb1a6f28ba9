package stt.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stt.networks.Network;

class AddressRulesTest {

    private final AddressRules rules = new AddressRules(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "192.0.0.192",
                "198.18.0.1",
                "192.0.2.1",
                "224.0.0.1",
                "239.1.1.1",
                "255.255.255.255",
                "240.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "fec0::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2001::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "::7f00:1"
            })
    void forbidWhatIsNotOfThePublicInternet(String address) throws UnknownHostException {
        assertThat(rules.permit(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
    void permitThePublicInternet(String address) throws UnknownHostException {
        assertThat(rules.permit(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.0.1"})
    void forbidIpv4WithinIpv6(String address) throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        System.arraycopy(InetAddress.getByName(address).getAddress(), 0, mapped, 12, 4);

        assertThat(rules.permit(InetAddress.getByAddress(mapped))).isFalse();
        assertThat(rules.permit(InetAddress.getByName("[::ffff:" + address + "]")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.7", "fd12::1"})
    void permitWhatTheOperatorAllows(String address) throws UnknownHostException {
        AddressRules opened = new AddressRules(List.of(Network.of("10.1.0.0/16"), Network.of("fd12::/16")));

        assertThat(opened.permit(InetAddress.getByName(address))).isTrue();
        assertThat(opened.permit(InetAddress.getByName("10.2.0.7"))).isFalse();
        assertThat(opened.permit(InetAddress.getByName("fd13::1"))).isFalse();
    }
}
