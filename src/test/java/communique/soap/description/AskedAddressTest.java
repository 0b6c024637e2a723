package communique.soap.description;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AskedAddressTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, '10.0.0.1'",
    "10.0.0.1, ' 10.0.0.1 , 10.0.0.12'",
    "10.0.0.1, '10.0.0.1:4711,10.0.0.12'",
    "2001:db8::1, '2001:db8::1'",
    "2001:db8::1, '[2001:db8::1]'",
    "2001:db8::1, '[2001:db8::1]:4711, 10.0.0.1'"
  })
  void the_client_is_the_first_of_a_list(String address, String list) {
    assertThat(AskedAddress.isFirst(address, list)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, '10.0.0.12'",
    "10.0.0.1, '10.0.0.12, 10.0.0.1'",
    "10.0.0.1, '10.0.0.1.example'",
    "10.0.0.1, ''",
    "2001:db8::1, '2001:db8::1:4711'",
    "2001:db8::1, '[2001:db8::12]'"
  })
  void nobody_is_who_is_called_alike_or_comes_later(String address, String list) {
    assertThat(AskedAddress.isFirst(address, list)).isFalse();
  }
}
