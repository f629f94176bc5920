package dev.terroir.privacy.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NameFieldsTest {

  private static Optional<String> kind(String key) {
    return NameFields.kindOf(new NameFields.Field(key, "x", "", new NameFields.Siblings(Set.of())));
  }

  private static Optional<String> bare(String value, String parent, String... siblings) {
    return NameFields.kindOf(
        new NameFields.Field("name", value, parent, new NameFields.Siblings(Set.of(siblings))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "full_name",
        "fullName",
        "FullName",
        "FULL-NAME",
        "patient_name",
        "patientName",
        "first_name",
        "firstname",
        "Vorname",
        "nachname",
        "prénom",
        "prenom",
        "apellidos",
        "cognome",
        "sobrenome",
        "氏名",
        "पूरा नाम",
        "customer.name",
        "contactName",
        "emergency_contact_name",
        "cardholderName",
        "patient_first_name",
        "nom_de_famille",
        "userName1"
      })
  void keysOfPeople(String key) {
    assertThat(kind(key)).contains(NameFinder.PERSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "address",
        "street",
        "Straße",
        "strasse",
        "shippingAddress",
        "billing_street",
        "address_line_1",
        "adresse",
        "dirección",
        "direccion",
        "indirizzo",
        "endereço",
        "पता",
        "住所",
        "homeAddress"
      })
  void keysOfAddresses(String key) {
    assertThat(kind(key)).contains(NameFinder.ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file_name",
        "filename",
        "product_name",
        "toolName",
        "ip_address",
        "emailAddress",
        "memoryAddress",
        "hostname",
        "id",
        "",
        "description",
        "column_name",
        "streetlight",
        "name_server"
      })
  void keysOfOtherThings(String key) {
    assertThat(kind(key)).isEmpty();
  }

  @Test
  void aBareNameIsJudgedByWhatIsAroundIt() {
    assertThat(bare("smith", "patient")).contains(NameFinder.PERSON);
    assertThat(bare("Get Weather", "", "arguments")).isEmpty();
    assertThat(bare("Anna Rose", "", "price", "sku")).isEmpty();
    assertThat(bare("anna", "", "birthDate")).contains(NameFinder.PERSON);
  }

  @Test
  void aBareNameByItselfIsJudgedByItsValue() {
    assertThat(bare("Ludwig van Beethoven", "")).contains(NameFinder.PERSON);
    assertThat(bare("J. Smith", "")).contains(NameFinder.PERSON);
    assertThat(bare("田中太郎", "")).contains(NameFinder.PERSON);
    assertThat(bare("get_weather", "")).isEmpty();
    assertThat(bare("express", "")).isEmpty();
    assertThat(bare("Report 2024.pdf", "")).isEmpty();
    assertThat(bare("", "")).isEmpty();
  }
}
