package situs.simulation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.cloudsimplus.allocationpolicies.VmAllocationPolicyFirstFit;
import org.cloudsimplus.brokers.DatacenterBroker;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.cloudlets.Cloudlet;
import org.cloudsimplus.cloudlets.CloudletSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.schedulers.cloudlet.CloudletSchedulerSpaceShared;
import org.cloudsimplus.utilizationmodels.UtilizationModel;
import org.cloudsimplus.utilizationmodels.UtilizationModelFull;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;
import situs.stats.RandomStream;

/**
 * M/M/c queues as CloudSim Plus has them by itself: a cloudlet a request, a VM a pool. Only to
 * compare speeds: its waiting times are not right, and no result ever comes from here.
 */
public final class CloudletQueues {
  private static final double MIPS = 1000;

  private CloudletQueues() {}

  /**
   * Runs {@code requests} requests in all.
   *
   * @param servers of each pool
   * @param load of each server
   * @param serviceS mean, exponential
   * @return cloudlets that finished
   */
  public static long run(int pools, int servers, double load, double serviceS, int requests) {
    CloudSimPlus kernel = new CloudSimPlus(0.001);
    List<Host> hosts = new ArrayList<>();
    List<Vm> vms = new ArrayList<>();
    for (int i = 0; i < pools; i++) {
      hosts.add(new HostSimple(1L << 20, 1L << 20, 1L << 20, elements(servers)));
      vms.add(vm(servers));
    }
    new DatacenterSimple(kernel, hosts, new VmAllocationPolicyFirstFit());
    DatacenterBroker broker = new DatacenterBrokerSimple(kernel);
    broker.submitVmList(vms);
    Map<Cloudlet, Vm> homes = new IdentityHashMap<>();
    List<Cloudlet> cloudlets = cloudlets(vms, servers * load / serviceS, serviceS, requests, homes);
    broker.setVmMapper(homes::get);
    broker.submitCloudletList(cloudlets);
    kernel.start();
    return broker.getCloudletFinishedList().size();
  }

  private static List<Pe> elements(int count) {
    List<Pe> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(new PeSimple(MIPS));
    }
    return elements;
  }

  private static Vm vm(int servers) {
    Vm vm = new VmSimple(MIPS, servers);
    vm.setCloudletScheduler(new CloudletSchedulerSpaceShared());
    vm.setRam(1).setBw(1).setSize(1);
    return vm;
  }

  private static List<Cloudlet> cloudlets(
      List<Vm> vms, double ratePerVm, double serviceS, int requests, Map<Cloudlet, Vm> homes) {
    RandomStream random = new RandomStream(1);
    ContinuousSampler exponential = ZigguratSampler.Exponential.of(random);
    List<Cloudlet> cloudlets = new ArrayList<>();
    double now = 0;
    for (int i = 0; i < requests; i++) {
      now += exponential.sample() / (ratePerVm * vms.size());
      long length = (long) Math.max(1, exponential.sample() * serviceS * MIPS);
      Cloudlet cloudlet = new CloudletSimple(length, 1);
      cloudlet.setUtilizationModelCpu(new UtilizationModelFull());
      cloudlet.setUtilizationModelRam(UtilizationModel.NULL);
      cloudlet.setUtilizationModelBw(UtilizationModel.NULL);
      cloudlet.setSubmissionDelay(now);
      homes.put(cloudlet, vms.get(random.nextInt(vms.size())));
      cloudlets.add(cloudlet);
    }
    return cloudlets;
  }
}
