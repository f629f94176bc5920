package dev.terroir.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegionsTest {

  @ParameterizedTest
  @CsvSource({
    "AWS, eu-central-1, DE",
    "AWS, eu-central-2, CH",
    "AWS, eu-west-1, IE",
    "AWS, eu-west-2, GB",
    "AWS, eu-south-1, IT",
    "AWS, eu-south-2, ES",
    "AWS, eusc-de-east-1, DE",
    "AWS, us-gov-west-1, US",
    "AWS, ap-northeast-1, JP",
    "AWS, ap-northeast-2, KR",
    "AWS, ap-southeast-2, AU",
    "AWS, ap-southeast-3, ID",
    "AWS, ap-east-1, HK",
    "AWS, me-central-1, AE",
    "AWS, cn-north-1, CN",
    "AWS_PROFILE, eu, EU",
    "AWS_PROFILE, us, US",
    "AZURE, northeurope, IE",
    "AZURE, westeurope, NL",
    "AZURE, switzerlandnorth, CH",
    "AZURE, eastasia, HK",
    "AZURE, southeastasia, SG",
    "AZURE, qatarcentral, QA",
    "AZURE_DATAZONE, swedencentral, EU",
    "AZURE_DATAZONE, eastus2, US",
    "GOOGLE, europe-west2, GB",
    "GOOGLE, europe-west6, CH",
    "GOOGLE, me-central1, QA",
    "GOOGLE, me-central2, SA",
    "GOOGLE, asia-east1, TW",
    "GOOGLE, eu, EU",
    "OPENAI, gb, GB",
    "OPENAI, eu, EU",
    "ANTHROPIC, us, US"
  })
  void knowsWhereARegionIs(Cloud cloud, String region, String place) {
    assertThat(Regions.place(cloud, region)).contains(place);
  }

  @ParameterizedTest
  @CsvSource({
    "AWS, global",
    "AWS, eu-central-9",
    "AWS, EU-CENTRAL-1",
    "AWS, westeurope",
    "AWS_PROFILE, global",
    "AWS_PROFILE, apac",
    "AZURE, eu-central-1",
    "AZURE, europe",
    "AZURE_DATAZONE, uksouth",
    "AZURE_DATAZONE, switzerlandnorth",
    "GOOGLE, global",
    "GOOGLE, europe-west5",
    "OPENAI, global",
    "ANTHROPIC, global"
  })
  void knowsNothingOfAnyOther(Cloud cloud, String region) {
    assertThat(Regions.place(cloud, region)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://bedrock-runtime.eu-central-1.amazonaws.com, BEDROCK, AWS",
    "https://bedrock.proxy.example, BEDROCK, AWS",
    "https://bedrock-runtime.eu-central-1.amazonaws.com/openai/v1, OPENAI, AWS",
    "https://x.OPENAI.azure.com/openai/v1, AZURE_OPENAI, AZURE",
    "https://europe-west3-aiplatform.googleapis.com/v1/x, GEMINI, GOOGLE",
    "https://eu.api.openai.com/v1, OPENAI, OPENAI",
    "https://api.openai.com/v1, OPENAI, OPENAI",
    "https://api.anthropic.com/v1, ANTHROPIC, ANTHROPIC"
  })
  void knowsWhoseAnEndpointIs(java.net.URI endpoint, Dialect dialect, Cloud cloud) {
    assertThat(Cloud.of(endpoint, dialect)).contains(cloud);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000/v1, OPENAI",
    "https://api.mistral.ai/v1, OPENAI",
    "https://api.openai.com.evil.example/v1, OPENAI"
  })
  void takesAnyOtherForNobodys(java.net.URI endpoint, Dialect dialect) {
    assertThat(Cloud.of(endpoint, dialect)).isEmpty();
  }
}
