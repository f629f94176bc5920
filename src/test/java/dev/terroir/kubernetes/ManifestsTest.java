package dev.terroir.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every cell runs, and how it is shut in. */
final class ManifestsTest {

  private static final Map<String, String> LABEL = Map.of("app.kubernetes.io/name", "terroir");

  @BeforeAll
  static void needsKubectl() {
    Kubectl.assumePresent(ManifestsTest.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/eu-central", "overlays/ap-south"})
  void holdsNoFieldThatKubernetesDoesNotKnow(String folder) {
    Manifests manifests = Kubectl.kustomize(Path.of("k8s", folder));

    assertThat(manifests.objects()).hasSizeGreaterThanOrEqualTo(7);
    assertThat(unknownFields(manifests)).isEmpty();
  }

  @Test
  void misspeltFieldsAreFound() {
    Manifests manifests =
        Manifests.parse(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: terroir}
            spec:
              replicaz: 2
              template:
                spec:
                  containers:
                    - name: terroir
                      readinessProb: {}
            ---
            apiVersion: apps/v1
            kind: StatefullSet
            metadata: {name: terroir}
            spec: {}
            """);

    assertThat(unknownFields(manifests))
        .containsExactlyInAnyOrder(
            "StatefulSet.spec.replicaz",
            "StatefulSet.spec.template.spec.containers[].readinessProb",
            "StatefullSet.spec");
  }

  @Test
  void runsWithoutPrivileges() {
    PodSecurityContext pod = base().pod().getSecurityContext();
    SecurityContext container = base().container().getSecurityContext();

    assertThat(pod.getRunAsNonRoot()).isTrue();
    assertThat(pod.getRunAsUser()).isEqualTo(10001);
    assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(container.getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getCapabilities().getAdd()).isEmpty();
    assertThat(base().pod().getContainers()).hasSize(1);
    assertThat(base().pod().getInitContainers()).isEmpty();
  }

  @Test
  void knowsNothingOfTheCluster() {
    Manifests base = base();

    assertThat(base.pod().getAutomountServiceAccountToken()).isFalse();
    assertThat(base.pod().getEnableServiceLinks()).isFalse();
    assertThat(base.one(ServiceAccount.class, base.pod().getServiceAccountName()))
        .returns(false, ServiceAccount::getAutomountServiceAccountToken);
  }

  @Test
  void isProbedOnTheManagementPort() {
    assertThat(ports(base()))
        .containsExactlyInAnyOrderEntriesOf(Map.of("http", 8080, "management", 9000));
    assertThat(probes())
        .extracting(probe -> probe.getHttpGet().getPath())
        .containsExactly("/q/health/started", "/q/health/ready", "/q/health/live");
    assertThat(probes())
        .extracting(probe -> probe.getHttpGet().getPort().getStrVal())
        .containsOnly("management");
  }

  @Test
  void leavesTimeToDrain() {
    long beforeSignal = base().container().getLifecycle().getPreStop().getSleep().getSeconds();

    assertThat(beforeSignal).isBetween(5L, 30L);
    assertThat(base().pod().getTerminationGracePeriodSeconds()).isGreaterThan(beforeSignal + 60);
  }

  @Test
  void keepsTheAuditLogOfEachInstance() {
    StatefulSetSpec spec = base().one(StatefulSet.class, "terroir").getSpec();
    VolumeMount mount =
        base().container().getVolumeMounts().stream()
            .filter(candidate -> candidate.getName().equals("data"))
            .findFirst()
            .orElseThrow();

    assertThat(spec.getVolumeClaimTemplates())
        .extracting(claim -> claim.getMetadata().getName())
        .containsExactly("data");
    assertThat(spec.getPersistentVolumeClaimRetentionPolicy().getWhenDeleted()).isEqualTo("Retain");
    assertThat(spec.getPersistentVolumeClaimRetentionPolicy().getWhenScaled()).isEqualTo("Retain");
    assertThat(mount.getReadOnly()).isNotEqualTo(true);
    assertThat(environment().get("TERROIR_AUDIT_DIRECTORY")).startsWith(mount.getMountPath() + "/");
  }

  @Test
  void takesItsSettingsFromTheEnvironment() {
    assertThat(environment())
        .containsEntry("QUARKUS_PROFILE", "prod")
        .containsEntry("TERROIR_CONFIG", "/etc/terroir/config");
    assertThat(base().container().getEnvFrom())
        .extracting(source -> source.getSecretRef().getName() + source.getSecretRef().getOptional())
        .containsExactly("terroir-credentialstrue");
  }

  @Test
  void budgetAutoscalerAndServicesMeanTheGateway() {
    Manifests base = base();
    StatefulSet gateway = base.one(StatefulSet.class, "terroir");
    PodDisruptionBudgetSpec budget = base.one(PodDisruptionBudget.class, "terroir").getSpec();
    HorizontalPodAutoscalerSpec scaler =
        base.one(HorizontalPodAutoscaler.class, "terroir").getSpec();

    assertThat(gateway.getSpec().getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(LABEL);
    assertThat(gateway.getSpec().getSelector().getMatchLabels()).isEqualTo(LABEL);
    assertThat(budget.getSelector().getMatchLabels()).isEqualTo(LABEL);
    assertThat(budget.getMaxUnavailable().getIntVal()).isEqualTo(1);
    assertThat(scaler.getScaleTargetRef().getKind()).isEqualTo(gateway.getKind());
    assertThat(scaler.getScaleTargetRef().getApiVersion()).isEqualTo(gateway.getApiVersion());
    assertThat(scaler.getScaleTargetRef().getName()).isEqualTo(gateway.getMetadata().getName());
    assertThat(scaler.getMinReplicas()).isEqualTo(2);
    assertThat(gateway.getSpec().getReplicas()).as("the autoscaler's to set").isNull();
    assertThat(base.all(Service.class))
        .extracting(service -> service.getSpec().getSelector())
        .containsExactly(LABEL, LABEL);
  }

  @Test
  void servesApplicationsAndMonitoringApart() {
    Service applications = base().one(Service.class, "terroir");
    Service monitoring =
        base()
            .one(
                Service.class, base().one(StatefulSet.class, "terroir").getSpec().getServiceName());

    assertThat(applications.getSpec().getPorts())
        .extracting(ServicePort::getPort)
        .containsExactly(8080);
    assertThat(monitoring.getSpec().getPorts())
        .extracting(ServicePort::getPort)
        .containsExactly(9000);
    assertThat(monitoring.getSpec().getClusterIP()).isEqualTo("None");
  }

  @Test
  void deniesTrafficThatIsNotNamed() {
    NetworkPolicySpec policy = base().one(NetworkPolicy.class, "terroir").getSpec();

    assertThat(policy.getPodSelector().getMatchLabels()).isEqualTo(LABEL);
    assertThat(policy.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
    assertThat(policy.getIngress())
        .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty())
        .flatMap(rule -> portNames(rule.getPorts()))
        .containsExactly("http", "management");
    assertThat(policy.getEgress())
        .allSatisfy(rule -> assertThat(rule.getTo()).isNotEmpty())
        .flatMap(rule -> portNames(rule.getPorts()))
        .containsExactly("53", "53", "443");
  }

  private static Manifests base() {
    return Base.RENDERED;
  }

  private static final class Base {
    private static final Manifests RENDERED = Kubectl.kustomize(Path.of("k8s", "base"));
  }

  private static Stream<String> unknownFields(Manifests manifests) {
    return manifests.objects().stream()
        .flatMap((HasMetadata object) -> UnknownFields.in(object.getKind(), object));
  }

  private static List<Probe> probes() {
    return List.of(
        base().container().getStartupProbe(),
        base().container().getReadinessProbe(),
        base().container().getLivenessProbe());
  }

  private static Map<String, Integer> ports(Manifests manifests) {
    return manifests.container().getPorts().stream()
        .collect(Collectors.toMap(port -> port.getName(), port -> port.getContainerPort()));
  }

  private static List<String> portNames(List<NetworkPolicyPort> ports) {
    return ports.stream().map(port -> String.valueOf(port.getPort().getValue())).toList();
  }

  private static Map<String, String> environment() {
    return base().container().getEnv().stream()
        .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
  }
}
