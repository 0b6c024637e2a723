package communique.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallerTest {
  private static final OfficeCode OWN = new OfficeCode("XV-PRES");
  private static final OfficeCode ALSO_OWN = new OfficeCode("XV-MFA");
  private static final OfficeCode OTHER = new OfficeCode("KR-PRES");

  @ParameterizedTest
  @EnumSource(Action.class)
  void nobody_without_an_account_is_told_more_than_to_log_in(Action action) {
    assertRefused(() -> Caller.ANONYMOUS.mustBeAbleTo(action), Reason.NOT_AUTHENTICATED);
    assertRefused(() -> Caller.ANONYMOUS.mustDepositFor(OWN), Reason.NOT_AUTHENTICATED);
    assertRefused(Caller.ANONYMOUS::mustAdminister, Reason.NOT_AUTHENTICATED);
  }

  @Test
  void a_depositor_writes_for_its_own_offices_only() {
    Caller caller = depositor(Scope.WHOLE);
    assertThatNoException().isThrownBy(() -> caller.mustCorrectFor(OWN));
    assertThatNoException().isThrownBy(() -> caller.mustWithdrawFor(ALSO_OWN));
    assertRefused(() -> caller.mustCorrectFor(OTHER), Reason.NOT_ALLOWED);
    assertRefused(() -> caller.mustEraseFor(OWN), Reason.NOT_ALLOWED);
    assertThat(caller.visibility().withdrawnOf(OWN)).isTrue();
    assertThat(caller.visibility().withdrawnOf(OTHER)).isFalse();
  }

  @Test
  void an_accredited_reader_sees_what_is_under_embargo_but_not_what_was_withdrawn() {
    Caller caller = new Caller("press", Role.ACCREDITED_READER, Set.of());
    assertThat(caller.visibility().everything()).isTrue();
    assertThat(caller.visibility().withdrawnOf(OWN)).isFalse();
    assertRefused(() -> caller.mustBeAbleTo(Action.DEPOSIT), Reason.NOT_ALLOWED);
  }

  @Test
  void only_an_administrator_erases() {
    Caller archivist = new Caller("archivist", Role.ARCHIVIST, Set.of());
    assertRefused(() -> archivist.mustEraseFor(OTHER), Reason.NOT_ALLOWED);
    assertRefused(archivist::mustAdminister, Reason.NOT_ALLOWED);
    Caller admin = new Caller("admin", Role.ADMINISTRATOR, Set.of());
    assertThatNoException().isThrownBy(() -> admin.mustEraseFor(OTHER));
    assertThatNoException().isThrownBy(admin::mustAdminister);
  }

  @Test
  void a_token_takes_away_actions() {
    Caller caller = depositor(new Scope(Set.of(Action.DEPOSIT), null));
    assertThatNoException().isThrownBy(() -> caller.mustDepositFor(OWN));
    assertRefused(() -> caller.mustCorrectFor(OWN), Reason.NOT_ALLOWED);
    assertThat(caller.visibility().onlyPublic()).isTrue();
  }

  @Test
  void a_token_takes_away_offices_and_never_adds_one() {
    Caller caller = depositor(all(OWN, OTHER));
    assertThatNoException().isThrownBy(() -> caller.mustDepositFor(OWN));
    assertRefused(() -> caller.mustDepositFor(ALSO_OWN), Reason.NOT_ALLOWED);
    assertRefused(() -> caller.mustDepositFor(OTHER), Reason.NOT_ALLOWED);
    assertThat(caller.visibility().offices()).containsExactly(OWN);
  }

  @Test
  void a_token_for_some_offices_makes_of_an_administrator_the_keeper_of_these_alone() {
    Caller caller = new Caller("admin", Role.ADMINISTRATOR, Set.of(), all(OWN));
    assertThatNoException().isThrownBy(() -> caller.mustEraseFor(OWN));
    assertRefused(() -> caller.mustEraseFor(OTHER), Reason.NOT_ALLOWED);
    assertRefused(caller::mustAdminister, Reason.NOT_ALLOWED);
    assertThat(caller.visibility().everything()).isFalse();
    assertThat(caller.visibility().offices()).containsExactly(OWN);
  }

  @Test
  void a_token_does_not_make_more_of_itself() {
    assertThatNoException()
        .isThrownBy(() -> depositor(Scope.WHOLE).mustKeepTokensOf("xv-depositor"));
    assertRefused(
        () -> depositor(Scope.WHOLE).mustKeepTokensOf("kr-depositor"), Reason.NOT_ALLOWED);
    assertRefused(
        () -> depositor(new Scope(Set.of(Action.READ), null)).mustKeepTokensOf("xv-depositor"),
        Reason.NOT_ALLOWED);
  }

  private static Caller depositor(Scope scope) {
    return new Caller("xv-depositor", Role.DEPOSITOR, Set.of(OWN, ALSO_OWN), scope);
  }

  private static Scope all(OfficeCode... offices) {
    return new Scope(Set.of(Action.values()), Set.of(offices));
  }

  private static void assertRefused(ThrowingCallable right, Reason reason) {
    assertThatThrownBy(right)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }
}
