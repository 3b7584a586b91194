package situs.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.cloudsimplus.allocationpolicies.VmAllocationPolicySimple;
import org.cloudsimplus.brokers.DatacenterBroker;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.Datacenter;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;
import situs.model.ComponentKind;
import situs.model.InstanceType;
import situs.model.Placed;
import situs.model.Placement;
import situs.model.RegionId;

/**
 * A placement as CloudSim Plus sees it: a datacenter a region, a host a rented instance, a VM a
 * replica, with accelerators (or vCPUs) as processing elements. It decides what fits where and when
 * a replica has booted; it never sees a request.
 */
final class Infrastructure {
  /** Speed of a processing element; nothing is ever executed on it. */
  private static final double MIPS = 1000;

  private final List<Vm> vms = new ArrayList<>();
  // By identity: a VM's number, and with it its hash, is given at submission.
  private final Map<Vm, Host> hostOf = new IdentityHashMap<>();
  private final DatacenterBroker broker;

  /** Replica number {@code replica} of a placed component. */
  record Replica(Placed placed, int replica) {}

  /**
   * Builds datacenters, hosts and VMs.
   *
   * @param boot seconds by kind of component
   * @param onAllocation told of a replica that has found its host, and its boot time in seconds
   */
  Infrastructure(
      CloudSimPlus kernel,
      Placement placement,
      BootTimes boot,
      BiConsumer<Replica, Double> onAllocation) {
    Map<RegionId, List<Host>> hosts = new LinkedHashMap<>();
    Map<Vm, RegionId> regionOf = new IdentityHashMap<>();
    for (Placed placed : placement.placed()) {
      if (placed.offer().isPresent() && placed.replicas() > 0) {
        List<Host> mine = hosts(placed, placed.offer().get().type());
        hosts.computeIfAbsent(placed.region().id(), r -> new ArrayList<>()).addAll(mine);
        for (Vm vm : vms(placed, mine, boot, onAllocation)) {
          regionOf.put(vm, placed.region().id());
        }
      }
    }
    Map<RegionId, Datacenter> datacenters = new HashMap<>();
    hosts.forEach((region, list) -> datacenters.put(region, datacenter(kernel, list)));
    broker = new DatacenterBrokerSimple(kernel);
    broker.setShutdownWhenIdle(false);
    // An infeasible VM would be tried again for ever.
    broker.getVmCreation().setRetryDelay(-1);
    broker.setDatacenterMapper((last, vm) -> datacenters.get(regionOf.get(vm)));
    broker.submitVmList(vms);
  }

  private Datacenter datacenter(CloudSimPlus kernel, List<Host> hosts) {
    var policy = new VmAllocationPolicySimple((p, vm) -> Optional.ofNullable(hostOf.get(vm)));
    Datacenter datacenter = new DatacenterSimple(kernel, hosts, policy);
    // With 0, a start-up delay loops for ever.
    datacenter.setSchedulingInterval(60);
    return datacenter;
  }

  private static List<Host> hosts(Placed placed, InstanceType type) {
    List<Host> hosts = new ArrayList<>();
    for (int i = 0; i < placed.instances(); i++) {
      List<Pe> elements = new ArrayList<>();
      for (int pe = 0; pe < elements(type); pe++) {
        elements.add(new PeSimple(MIPS));
      }
      hosts.add(new HostSimple(1L << 40, 1L << 40, 1L << 40, elements));
    }
    return hosts;
  }

  private static int elements(InstanceType type) {
    return type.accelerators() > 0 ? type.accelerators() : type.vcpus();
  }

  /** The instance of a placed component, counted from 0, that a replica runs on. */
  static int instanceOf(Placed placed, int replica) {
    return placed
        .offer()
        .map(o -> replica * elementsPerReplica(placed, o.type()) / elements(o.type()))
        .orElse(0);
  }

  private static int elementsPerReplica(Placed placed, InstanceType type) {
    return placed.profile().map(p -> p.parallel()).orElse(elements(type));
  }

  private List<Vm> vms(
      Placed placed, List<Host> hosts, BootTimes boot, BiConsumer<Replica, Double> onAllocation) {
    int perReplica = elementsPerReplica(placed, placed.offer().orElseThrow().type());
    double bootS =
        placed.component().kind() == ComponentKind.MODEL ? boot.modelS() : boot.runtimeS();
    List<Vm> made = new ArrayList<>();
    for (int i = 0; i < placed.replicas(); i++) {
      Vm vm = new VmSimple(MIPS, perReplica);
      vm.setRam(1).setBw(1).setSize(1);
      vm.setStartupDelay(bootS);
      Replica replica = new Replica(placed, i);
      vm.addOnHostAllocationListener(event -> onAllocation.accept(replica, bootS));
      hostOf.put(vm, hosts.get(instanceOf(placed, i)));
      made.add(vm);
    }
    vms.addAll(made);
    return made;
  }

  /**
   * Throws {@link IllegalStateException} when a replica found no room: a fault of the placement.
   */
  void requireAllPlaced() {
    if (!broker.getVmFailedList().isEmpty()) {
      throw new IllegalStateException(
          broker.getVmFailedList().size() + " replicas do not fit on the instances placed");
    }
  }
}
