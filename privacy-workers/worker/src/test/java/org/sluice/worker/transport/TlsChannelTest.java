package org.sluice.worker.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Patience;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;

@Timeout(60)
class TlsChannelTest {

    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(20));
    private static final PartyId BANK = new PartyId("bank");
    private static final PartyId SUPPLIER = new PartyId("supplier-a");
    private static final Address ANYWHERE = new Address("127.0.0.1", 0);

    @TempDir
    Path root;

    private final BlockingQueue<Channel> arrived = new LinkedBlockingQueue<>();
    private final BlockingQueue<PartyId> callers = new LinkedBlockingQueue<>();
    private WorkerFolder bank;
    private WorkerFolder supplier;
    private Reception reception;

    @BeforeEach
    void meet() {
        bank = worker("bank", BANK);
        supplier = worker("supplier", SUPPLIER);
        new Trust(bank).add(supplier.certificate(), false);
        new Trust(supplier).add(bank.certificate(), false);
        reception = open(PATIENCE);
    }

    @AfterEach
    void part() {
        reception.close();
    }

    @Test
    void carriesFramesOfEveryAllowedSizeBothWays() throws Exception {
        Channel caller = dialer(PATIENCE).dial(SUPPLIER, address());
        Channel called = arrived.take();
        assertThat(callers.take()).isEqualTo(BANK);

        for (int size : new int[] {0, 1, 16_384, Channel.MAX_FRAME}) {
            byte[] frame = new byte[size];
            new SecureRandom().nextBytes(frame);
            caller.send(frame);
            assertThat(called.receive()).isEqualTo(frame);
            called.send(frame);
            assertThat(caller.receive()).isEqualTo(frame);
        }
        assertThatThrownBy(() -> caller.send(new byte[Channel.MAX_FRAME + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsThePeerReadWhatWasSentBeforeTheEnd() throws Exception {
        Channel caller = dialer(PATIENCE).dial(SUPPLIER, address());
        Channel called = arrived.take();
        caller.send(new byte[] {1});
        caller.send(new byte[] {2});
        caller.close();

        assertThat(called.receive()).containsExactly(1);
        assertThat(called.receive()).containsExactly(2);
        assertThatThrownBy(called::receive).isInstanceOf(ChannelClosed.class);
        assertThatThrownBy(() -> caller.send(new byte[1])).isInstanceOf(ChannelClosed.class);
    }

    /** The peer is busy and reads nothing: at some point a sender has to wait, and gives up only after its patience. */
    @Test
    void holdsASenderBackWhileThePeerDoesNotRead() throws Exception {
        Channel caller = dialer(PATIENCE).dial(SUPPLIER, address());
        Channel called = arrived.take();
        CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(() -> {
            for (int i = 0; i < 40; i++) {
                caller.send(new byte[Channel.MAX_FRAME]);
            }
            return 40;
        });

        assertThatThrownBy(() -> sent.get(1500, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        for (int i = 0; i < 40; i++) {
            assertThat(called.receive()).hasSize(Channel.MAX_FRAME);
        }
        assertThat(sent.get()).isEqualTo(40);
    }

    /** Alive for longer than a line may be silent, but without the frame that is due: that is no honest peer. */
    @Test
    void callsAPeerThatLivesButDoesNotGoOnMisbehaving() throws Exception {
        Patience hasty = new Patience(
                Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofMillis(800), Duration.ofSeconds(2));
        reception.close();
        reception = open(hasty);
        Channel caller = dialer(hasty).dial(SUPPLIER, address());
        Channel called = arrived.take();

        assertThatThrownBy(caller::receive)
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("The peer sends no frame within 2000 ms");
        called.close();
    }

    @Test
    void takesSilenceForALostLine() throws Exception {
        try (Wire wire = new Wire(address())) {
            Channel caller = dialer(PATIENCE).dial(SUPPLIER, wire.address());
            Channel called = arrived.take();
            wire.hold();

            assertThatThrownBy(caller::receive).isInstanceOf(ChannelClosed.class);
            assertThatThrownBy(called::receive).isInstanceOf(ChannelClosed.class);
        }
    }

    @Test
    void takesACutForALostLine() throws Exception {
        try (Wire wire = new Wire(address())) {
            Channel caller = dialer(PATIENCE).dial(SUPPLIER, wire.address());
            Channel called = arrived.take();
            wire.cut();

            assertThatThrownBy(caller::receive).isInstanceOf(ChannelClosed.class);
            assertThatThrownBy(called::receive).isInstanceOf(ChannelClosed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesAnAlteredByteForMisbehaviourAndDeliversNothing(boolean toTarget) throws Exception {
        long beyondTheHandshake = 10_000;
        try (Wire wire = new Wire(address())) {
            Channel caller = dialer(PATIENCE).dial(SUPPLIER, wire.address());
            Channel called = arrived.take();
            if (toTarget) {
                wire.flipToTarget(beyondTheHandshake);
            } else {
                wire.flipFromTarget(beyondTheHandshake);
            }
            Channel sender = toTarget ? caller : called;
            Channel receiver = toTarget ? called : caller;
            sender.send(new byte[12_000]);

            assertThatThrownBy(receiver::receive)
                    .isInstanceOf(Misbehaviour.class)
                    .hasMessageContaining("altered");
        }
    }

    @Test
    void refusesACallerWhoseCertificateIsNotTrusted() {
        WorkerFolder stranger = worker("stranger", BANK);
        new Trust(stranger).add(supplier.certificate(), false);

        assertThatThrownBy(() -> dialer(stranger, PATIENCE).dial(SUPPLIER, address()))
                .isInstanceOf(PeerNotProven.class);
        assertThat(arrived).isEmpty();
    }

    @Test
    void refusesAPeerThatIsNotWhoWasCalled() {
        WorkerFolder other = worker("other", new PartyId("supplier-b"));
        new Trust(bank).add(other.certificate(), false);

        assertThatThrownBy(() -> dialer(PATIENCE).dial(new PartyId("supplier-b"), address()))
                .isInstanceOf(PeerNotProven.class);
        assertThatThrownBy(() -> dialer(PATIENCE).dial(new PartyId("nobody"), address()))
                .isInstanceOf(PeerNotProven.class);
        assertThat(arrived).isEmpty();
    }

    @Test
    void refusesACertificateThatHasExpired() {
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(1000)), ZoneOffset.UTC);

        assertThatThrownBy(() ->
                        new Dialer(Identity.read(bank), new Trust(bank), PATIENCE, later).dial(SUPPLIER, address()))
                .isInstanceOf(PeerNotProven.class);
    }

    @Test
    void hearsOfATrustThatWasTakenBackWithoutARestart() throws IOException {
        java.nio.file.Files.delete(supplier.trusted(BANK));

        assertThatThrownBy(() -> dialer(PATIENCE).dial(SUPPLIER, address())).isInstanceOf(PeerNotProven.class);
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() -> dialer(PATIENCE).dial(SUPPLIER, new Address("127.0.0.1", free)))
                .isInstanceOf(PeerAway.class);
        assertThatThrownBy(() -> dialer(PATIENCE).dial(SUPPLIER, new Address("no-such-host.invalid", 1)))
                .isInstanceOf(PeerAway.class);
    }

    @Test
    void outlivesCallersThatSpeakNoTls() throws Exception {
        try (Socket noise = new Socket("127.0.0.1", reception.port())) {
            noise.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes());
            noise.getOutputStream().flush();
            noise.getInputStream().readAllBytes();
        }
        Channel caller = dialer(PATIENCE).dial(SUPPLIER, address());
        caller.send(new byte[] {7});
        assertThat(arrived.take().receive()).containsExactly(7);
    }

    /** Each byte comes long before a read has waited for too long. */
    @Test
    void doesNotWaitForAStrangerThatSendsByteByByte() throws IOException {
        reception.close();
        reception = open(new Patience(
                Duration.ofMillis(800), Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(20)));
        try (Socket stranger = new Socket("127.0.0.1", reception.port())) {
            stranger.getOutputStream().write(new byte[] {22, 3, 1, 64, 0});
            await().atMost(Duration.ofSeconds(20)).until(() -> isCut(stranger));
        }
    }

    /** It gives signs of life for ever, and no farewell. */
    @Test
    void isCutWhereThePeerDoesNotPart() throws Exception {
        MutualTls tls = new MutualTls(Identity.read(bank), new Trust(bank), Clock.systemUTC());
        try (Socket raw = new Socket("127.0.0.1", reception.port());
                Socket peer = tls.toward(SUPPLIER, raw)) {
            Channel called = arrived.take();
            DataOutputStream out = new DataOutputStream(peer.getOutputStream());
            out.writeInt(1);
            out.write(9);
            assertThat(called.receive()).containsExactly(9);
            called.close();
            await().atMost(Duration.ofSeconds(20)).until(() -> isRefused(() -> out.writeInt(-1)));
        }
    }

    private static boolean isCut(Socket stranger) {
        return isRefused(() -> stranger.getOutputStream().write(0));
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static boolean isRefused(Writing writing) {
        try {
            writing.write();
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    @Test
    void saysThatItsAddressIsTaken() {
        assertThatThrownBy(() -> Reception.open(
                        address(),
                        Identity.read(bank),
                        new Trust(bank),
                        PATIENCE,
                        Clock.systemUTC(),
                        (who, line) -> {}))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("port-taken");
    }

    private Address address() {
        return new Address("127.0.0.1", reception.port());
    }

    private Dialer dialer(Patience patience) {
        return dialer(bank, patience);
    }

    private static Dialer dialer(WorkerFolder folder, Patience patience) {
        return new Dialer(Identity.read(folder), new Trust(folder), patience, Clock.systemUTC());
    }

    private Reception open(Patience patience) {
        return Reception.open(
                ANYWHERE, Identity.read(supplier), new Trust(supplier), patience, Clock.systemUTC(), (who, line) -> {
                    callers.add(who);
                    arrived.add(line);
                });
    }

    private WorkerFolder worker(String name, PartyId party) {
        WorkerFolder folder = WorkerFolder.create(root.resolve(name));
        Identity.create(folder, party, Instant.now(), new SecureRandom());
        return folder;
    }
}
